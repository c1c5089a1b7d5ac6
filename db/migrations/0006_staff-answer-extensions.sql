-- An extended due date answers the supplier's wish for more time, which may then be voiced again.
GRANT UPDATE (extension_asked_at, extension_reason) ON information_requests TO portal_staff;
