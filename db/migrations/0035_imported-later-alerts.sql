-- An import may tell of an alert since an organisation went live.
GRANT UPDATE (aup_renewed_version, aup_renewed_on, aup_renewed_method, aup_renewed_by) ON onboardings TO portal_system;
