import type { ReactNode } from 'react'
import classes from './journey-backdrop.module.css'

/** Two lanes with letters crossing and one hole: what the app is about, behind the panel. Decoration only. */
export const JourneyBackdrop = (): ReactNode => (
  <svg className={classes.backdrop} viewBox="0 0 1440 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <path className={classes.primaryLine} d="M0 292H1070" />
    <path className={classes.holeLine} d="M1106 292H1440" />
    <path className={classes.hospitalLine} d="M0 669H1440" />
    <path className={classes.letter} d="M90 658C110 520 190 500 190 302" />
    <path className={classes.letter} d="M260 658C280 500 420 520 420 302" />
    <path className={classes.missingLetter} d="M1010 658C1010 520 1080 520 1080 310" />
    {[40, 330, 1300].map((x) => (
      <circle key={x} className={classes.practiceMark} cx={x} cy="292" r="10" />
    ))}
    {[190, 420].map((x) => (
      <circle key={x} className={classes.letterMark} cx={x} cy="292" r="13" />
    ))}
    <circle className={classes.holeMark} cx="1080" cy="292" r="15" />
    {[90, 180, 260, 1010, 1190, 1330].map((x) => (
      <rect key={x} className={classes.hospitalMark} x={x - 11} y="658" width="22" height="22" rx="4" />
    ))}
  </svg>
)
