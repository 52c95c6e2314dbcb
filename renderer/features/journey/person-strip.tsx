import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { journeyBannerOf } from './person-words.ts'

type PersonStripProps = {
  readonly personId: string
  readonly layout?: 'preview' | 'strip' | 'page'
}

/** Who a dialog, a drawer or a page of its own is about, for its head: name, birth, sex and NHS number. */
export const PersonStrip = ({ personId, layout = 'preview' }: PersonStripProps): ReactNode => {
  const { data } = useCoreQuery('register', 'person', { id: personId })
  return (
    data !== undefined && (
      <PatientBanner patient={journeyBannerOf(data.person, data.episodes, today())} layout={layout} />
    )
  )
}
