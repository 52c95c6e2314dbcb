import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { journeyBannerOf } from './person-words.ts'

/** Who a dialog or a drawer is about, for its head: name, birth, sex and NHS number. */
export const PersonStrip = ({ personId }: { readonly personId: string }): ReactNode => {
  const { data } = useCoreQuery('register', 'person', { id: personId })
  return (
    data !== undefined && (
      <PatientBanner patient={journeyBannerOf(data.person, data.episodes, today())} layout="preview" />
    )
  )
}
