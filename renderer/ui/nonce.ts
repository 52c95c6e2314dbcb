import { setNonce } from 'get-nonce'

const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')

/**
 * The style nonce of this page load. The page's content security policy lets no inline style in without it, and the
 * kit's layout collapses when its style tags are refused. Empty in component tests, which have no policy.
 */
export const styleNonce: string = meta?.nonce ?? ''

// The scroll lock behind dialogs and drawers makes its own style tag and reads the nonce from here.
if (styleNonce !== '') setNonce(styleNonce)
