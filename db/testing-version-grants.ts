/** The same for what managers publish, whose versions are never changed. */
export const VERSION_GRANTS: Record<string, Record<string, string>> = {
  calendar_versions: {
    staff: 'insert; select',
    supplier: 'select(at, days, from_day, id, number, to_day)',
    system: 'select',
  },
  guidance_versions: {
    staff: 'insert; select',
    supplier: 'select(at, number, texts)',
    system: 'select',
  },
  settings: {
    staff: 'insert; select',
    supplier: 'select(at, in_force_on, name, number, value)',
    system: 'select',
    visitor: 'select(at, in_force_on, name, number, value)',
  },
};
