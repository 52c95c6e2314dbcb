/** What other features may use of bundles: the dialog that writes one. */
export { BundleDialog } from './bundle-dialog.tsx'
