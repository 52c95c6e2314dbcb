import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The kit's ten-step ramps read our palette, so a colour is written in one place: tokens.css. */
const ramp = (name: string): MantineColorsTuple => [
  `var(--${name}-0)`,
  `var(--${name}-1)`,
  `var(--${name}-2)`,
  `var(--${name}-3)`,
  `var(--${name}-4)`,
  `var(--${name}-5)`,
  `var(--${name}-6)`,
  `var(--${name}-7)`,
  `var(--${name}-8)`,
  `var(--${name}-9)`,
]

/** The kit draws its dark scheme from one ramp, text to background; ours is already in the applied tokens. */
const darkRamp: MantineColorsTuple = [
  'var(--text)',
  'var(--text-2)',
  'var(--text-3)',
  'var(--edge)',
  'var(--line-strong)',
  'var(--line)',
  'var(--surface-2)',
  'var(--surface)',
  'var(--canvas)',
  'var(--frame)',
]

const closeButton = { closeButtonProps: { 'aria-label': 'Close' } }

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  colors: {
    gray: ramp('slate'),
    dark: darkRamp,
    blue: ramp('blue'),
    teal: ramp('teal'),
    grape: ramp('plum'),
    green: ramp('green'),
    yellow: ramp('amber'),
    red: ramp('red'),
  },
  primaryColor: 'blue',
  primaryShade: 6,
  defaultRadius: 'md',
  radius: { xs: 'var(--r-1)', sm: 'var(--r-2)', md: 'var(--r-2)', lg: 'var(--r-3)', xl: 'var(--r-4)' },
  spacing: { xs: 'var(--s-2)', sm: 'var(--s-3)', md: 'var(--s-4)', lg: 'var(--s-5)', xl: 'var(--s-6)' },
  fontSizes: { xs: '.875rem', sm: '.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-3)',
    xl: 'var(--shadow-3)',
  },
  cursorType: 'default',
  focusRing: 'never',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: closeButton },
    Drawer: { defaultProps: closeButton },
    Notification: { defaultProps: closeButton },
  },
})

const applied = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-disabled': 'var(--surface-2)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line-strong)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-primary-color-filled': 'var(--action)',
  '--mantine-primary-color-filled-hover': 'var(--action-hover)',
  '--mantine-primary-color-light': 'var(--action-soft)',
  '--mantine-primary-color-light-color': 'var(--action-soft-text)',
} as const

/** Points the kit's variables at our applied tokens, in both colour schemes alike: the tokens themselves change. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: applied, dark: applied })
