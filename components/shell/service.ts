/** The service's name, as the header and every page title show it. */
export const SERVICE_NAME = 'Declare data and information security';
