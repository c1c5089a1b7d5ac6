import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Told = { name?: string; active?: boolean; start?: string; end?: string };

const coding = (code: string, display: string) => ({ coding: [{ code, display }] });
const typed = (kind: string, period: { start: string; end?: string | undefined }) => ({
  url: 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-TypedPeriod',
  extension: [
    { url: 'dateType', valueCoding: { code: kind, display: kind } },
    { url: 'period', valuePeriod: period },
  ],
});

/** An answer in the form of the ODS FHIR R4 API, of an invented organisation. */
export function odsAnswer(code: string, told: Told = {}) {
  const { name = `${code} INVENTED SURGERY`, active = true, start = '2013-04-01', end } = told;
  return {
    ...{ resourceType: 'Organization', id: code, active, name },
    extension: [
      {
        url: 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-OrganisationRole',
        extension: [
          { url: 'instanceID', valueInteger: 1 },
          { url: 'roleCode', valueCodeableConcept: coding('RO177', 'PRESCRIBING COST CENTRE') },
          typed('Legal', { start: '1998-04-01', end }),
          typed('Operational', { start, end }),
        ],
      },
    ],
    address: [
      {
        ...{ line: ['THE HEALTH CENTRE', '1 ASTER STREET'], city: 'ASTERTON' },
        ...{ postalCode: 'ZZ1 1AA', country: 'ENGLAND' },
      },
    ],
  };
}

/** What the API answers of a code that it does not know. */
export const odsNotKnown = (code: string) => {
  const diagnostics = `HAPI-2001: Resource Organization/${code} is not known`;
  return {
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code: 'processing', diagnostics }],
  };
};

export type OdsReply = { status?: number; headers?: Record<string, string>; body?: unknown };
type Answering = (code: string, request: number) => OdsReply | 'nothing' | 'hang-up';

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: OdsReply) {
  response.writeHead(status, { 'content-type': 'application/fhir+json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A server on loopback in the API's place, that answers as told; it keeps what it was asked. */
export async function startOdsServer(answering: Answering) {
  const asked: { path: string; key: string | undefined }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const path = request.url ?? '';
    asked.push({ path, key: request.headers.apikey as string | undefined });
    const answer = answering(decodeURIComponent(path.split('/').at(-1) ?? ''), asked.length);
    if (answer === 'hang-up') request.socket.destroy();
    else if (answer !== 'nothing') send(response, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/fhir`, asked, stop };
}
