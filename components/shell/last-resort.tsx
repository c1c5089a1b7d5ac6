import { SERVICE_NAME } from './service';

/** Plain on purpose: it travels with every page, and what it stands in for may be what failed. */
export function LastResort() {
  return (
    <>
      <title>{`Problem with the service – ${SERVICE_NAME} – NHS`}</title>
      <header className="nhsuk-header">
        <div className="nhsuk-header__container nhsuk-width-container">{SERVICE_NAME}</div>
      </header>
      <div className="nhsuk-width-container">
        <main className="nhsuk-main-wrapper" id="maincontent">
          <h1 className="nhsuk-heading-l">Sorry, there is a problem with the service</h1>
          <p>Try again in a few minutes. What you had saved is safe.</p>
          <p>
            <a href="/">Go to the start page</a>
          </p>
        </main>
      </div>
    </>
  );
}
