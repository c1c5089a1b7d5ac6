-- A supplier that was renamed is found by its new name: staff write what staff search.
GRANT UPDATE (search_text) ON applications TO portal_staff, portal_system;
