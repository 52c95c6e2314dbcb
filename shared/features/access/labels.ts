/** The demo practice holds made-up people only, so its passphrase is printed on its unlock screen. */
export const DEMO_PASSPHRASE = 'demo practice only'
