export const root: string;
export function needsInstall(folder: string): boolean;
export function prepare(file: string): Promise<Record<string, unknown>>;
