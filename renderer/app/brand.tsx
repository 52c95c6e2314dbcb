import type { ReactNode } from 'react'

/** The mark: one line from a hospital square to a practice circle. */
export const BrandMark = ({ size = 22 }: { readonly size?: number }): ReactNode => (
  <svg width={`${size / 16}rem`} height={`${size / 16}rem`} viewBox="0 0 24 24" aria-hidden="true" data-mark>
    <path
      d="M5 18 H8.5 C13.5 18 10.5 6 15.5 6 H19"
      fill="none"
      stroke="var(--text-3)"
      strokeWidth="2.4"
      strokeLinecap="round"
    />
    <rect x="1.6" y="14.8" width="6.4" height="6.4" rx="1.4" fill="var(--hospital-lane)" />
    <circle cx="19" cy="6" r="3.5" fill="var(--primary-lane)" />
  </svg>
)
