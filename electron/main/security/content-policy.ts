/**
 * What a page of ours may load: its own files and nothing else. It reaches the core through a message port, which no
 * directive governs, so `connect-src` can be closed. Styles that libraries write carry the nonce of the page.
 */
const POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'none'"],
  'worker-src': ["'none'"],
  'frame-src': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} as const

// Features a register has no use for, switched off even before anyone could be asked for them.
const SWITCHED_OFF = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

const contentSecurityPolicy = (nonce: string, developmentServer: URL | null): string => {
  const styles = [...POLICY['style-src'], `'nonce-${nonce}'`]
  const directives: Record<string, readonly string[]> = { ...POLICY, 'style-src': styles }
  if (developmentServer !== null) {
    // The development server's page starts with an inline script and talks back over a socket.
    directives['script-src'] = [...POLICY['script-src'], `'nonce-${nonce}'`]
    directives['connect-src'] = ["'self'", `ws://${developmentServer.host}`]
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/**
 * Headers of every response under app://. There is no opener policy: no window can be opened and no other origin loaded,
 * so it would keep nothing out, and for it Chromium throws the first page process away and starts another.
 */
export const securityHeaders = (nonce: string, developmentServer: URL | null): Record<string, string> => ({
  'Content-Security-Policy': contentSecurityPolicy(nonce, developmentServer),
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': SWITCHED_OFF.map((feature) => `${feature}=()`).join(', '),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-store',
})
