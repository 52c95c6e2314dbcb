import type { IsoDate } from '#shared/domain/partial-date.ts'

export interface ReportTable {
  id: string
  title: string
  period_from: IsoDate
  period_to: IsoDate
  frozen_at: string
  frozen_by: string
  small_numbers: string
  dataset: string
  /** The true counts behind it, as JSON; null for a report frozen before they were kept. */
  measured: string | null
  sha256: string
  /** Of one practice, or of several together. */
  kind: 'practice' | 'network'
  version: number
}

/** A report that left: to whom and for what. */
export interface ReportExportTable {
  id: string
  report_id: string
  exported_at: string
  exported_by: string
  purpose: string
  recipient: string
  /** JSON list. */
  formats: string
  version: number
}

/** Own texts of a report that somebody is still writing. */
export interface KeptTextTable {
  user_id: string
  kind: ReportTable['kind']
  /** JSON list. */
  texts: string
}

/** The key that this register signs its packs with: one row. It is written once and never leaves the register. */
export interface SigningKeyTable {
  id: 'own'
  /** SPKI in DER, base64. */
  public_key: string
  /** PKCS #8 in DER, base64. */
  private_key: string
  fingerprint: string
  made_at: string
}

/** A key that somebody here took for that of a practice. */
export interface PackSignerTable {
  id: string
  ods_code: string
  practice_name: string
  public_key: string
  fingerprint: string
  trusted_at: string
  trusted_by: string
  version: number
}

/** A practice whose packs the lead gathers. */
export interface NetworkPracticeTable {
  id: string
  ods_code: string
  name: string
  list_size: number | null
  version: number
}

/** What a practice sent: counts, as JSON. `replaced_at` where a newer one of the same period came. */
export interface PracticePackTable {
  id: string
  report_id: string
  ods_code: string
  practice_name: string
  period_from: IsoDate
  period_to: IsoDate
  frozen_at: string
  sha256: string
  fingerprint: string
  figures: string
  received_at: string
  received_by: string
  replaced_at: string | null
  version: number
}
