import type { StaffRole, SupplierRole } from '@/lib/domain/permissions';
import type { ProfileId } from '@/lib/domain/questions/types';

/** Everybody here is invented; '.example' addresses reach nobody. */
export const STAFF = [
  { key: 'assessor', email: 'assessor@demo.example', name: 'Alex Assessor', roles: ['assessor'] },
  {
    key: 'assessor2',
    email: 'assessor2@demo.example',
    name: 'Bilal Assessor',
    roles: ['assessor'],
  },
  {
    key: 'assessor3',
    email: 'assessor3@demo.example',
    name: 'Carys Assessor',
    roles: ['assessor'],
  },
  { key: 'manager', email: 'manager@demo.example', name: 'Morgan Manager', roles: ['manager'] },
] as const satisfies readonly { key: string; email: string; name: string; roles: StaffRole[] }[];

type Supplier = {
  name: string;
  odsCode: string;
  profile: ProfileId;
  products: readonly string[];
  people: readonly { email: string; name: string; roles: SupplierRole[] }[];
};
const all: SupplierRole[] = ['contributor', 'signatory', 'administrator'];

/** The demo's suppliers; the first person of each has all three roles. */
export const SUPPLIERS = {
  larkfield: {
    name: 'Larkfield Demo Systems',
    odsCode: 'LKF01',
    profile: 'nhs-business-partner',
    products: ['Larkfield Consult', 'Larkfield Messenger', 'Larkfield Recall', 'Larkfield Rota'],
    people: [
      { email: 'supplier@demo.example', name: 'Sam Supplier', roles: all },
      { email: 'colleague@demo.example', name: 'Chris Colleague', roles: ['contributor'] },
    ],
  },
  pennine: {
    name: 'Pennine Demo Bridge',
    odsCode: 'PNB02',
    profile: 'company',
    products: ['Bridge Connect', 'Bridge Archive', 'Bridge Letters'],
    people: [{ email: 'supplier2@demo.example', name: 'Toni Supplier', roles: all }],
  },
  saltmarsh: {
    name: 'Saltmarsh Demo Software',
    odsCode: 'SMS03',
    profile: 'nhs-business-partner',
    products: ['Saltmarsh Triage', 'Saltmarsh Booking', 'Saltmarsh Queue'],
    people: [{ email: 'pat@saltmarsh.example', name: 'Pat Saltmarsh', roles: all }],
  },
  corbel: {
    name: 'Corbel Demo Clinical',
    odsCode: 'CBC04',
    profile: 'company',
    products: ['Corbel Scribe', 'Corbel Flow', 'Corbel Post'],
    people: [{ email: 'dee@corbel.example', name: 'Dee Corbel', roles: all }],
  },
  thornbury: {
    name: 'Thornbury Demo Records',
    odsCode: 'THB05',
    profile: 'nhs-business-partner',
    products: ['Thornbury Record', 'Thornbury Share', 'Thornbury Archive', 'Thornbury Scan'],
    people: [{ email: 'rae@thornbury.example', name: 'Rae Thornbury', roles: all }],
  },
  kestrel: {
    name: 'Kestrel Demo Digital',
    odsCode: 'KSD06',
    profile: 'company',
    products: ['Kestrel Refer', 'Kestrel Book', 'Kestrel Remind', 'Kestrel Results'],
    people: [{ email: 'kit@kestrel.example', name: 'Kit Kestrel', roles: all }],
  },
  oakhurst: {
    name: 'Oakhurst Demo Health',
    odsCode: 'OKH07',
    profile: 'nhs-business-partner',
    products: ['Oakhurst Care', 'Oakhurst Home', 'Oakhurst Ward', 'Oakhurst Clinic'],
    people: [{ email: 'ola@oakhurst.example', name: 'Ola Oakhurst', roles: all }],
  },
  meridian: {
    name: 'Meridian Demo Imaging',
    odsCode: 'MRI08',
    profile: 'nhs-business-partner',
    products: ['Meridian View', 'Meridian Report', 'Meridian Store'],
    people: [{ email: 'mel@meridian.example', name: 'Mel Meridian', roles: all }],
  },
  fenland: {
    name: 'Fenland Demo Pharmacy',
    odsCode: 'FNP09',
    profile: 'company',
    products: ['Fenland Dispense', 'Fenland Stock', 'Fenland Repeat', 'Fenland Claim'],
    people: [{ email: 'fay@fenland.example', name: 'Fay Fenland', roles: all }],
  },
} as const satisfies Record<string, Supplier>;
export type SupplierKey = keyof typeof SUPPLIERS;

/** Everybody's address: who is none of these is nobody of the demo. */
export const CAST: readonly string[] = [
  ...STAFF,
  ...Object.values(SUPPLIERS).flatMap(({ people }) => [...people]),
].map(({ email }) => email);
