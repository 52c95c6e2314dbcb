/** What every test, proof and benchmark finds in its environment. */
export const testEnvironment = /** @type {const} */ ({
  TZ: 'Europe/London',
  // Electron otherwise complains about the session bus that a container does not have.
  DBUS_SESSION_BUS_ADDRESS: 'disabled:',
})
