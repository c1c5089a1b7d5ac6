export * from './applications';
export * from './decisions';
export * from './declarations';
export * from './events';
export * from './organisations';
export * from './people';
export * from './requests';
export * from './reviews';
