/**
 * How someone's cancer came to be found.
 *
 * Source: the groups of NCRAS Routes to Diagnosis (screening, urgent suspected cancer, routine GP referral, other
 * outpatient, emergency, death certificate, not known), plus cancers found by chance. A practice can only record an
 * emergency from the hospital's letter, so the label says so: it is not the national figure.
 */

export const ROUTES_TO_DIAGNOSIS = [
  { code: 'urgent_referral', label: 'Urgent suspected cancer referral' },
  { code: 'routine_referral', label: 'Routine referral' },
  { code: 'screening', label: 'Screening' },
  { code: 'emergency', label: 'Emergency route (practice-recorded)' },
  { code: 'other_outpatient', label: 'Other outpatient' },
  { code: 'incidental', label: 'Found by chance' },
  { code: 'death_certificate', label: 'Death certificate' },
  { code: 'not_known', label: 'Not known' },
] as const
export type RouteToDiagnosis = (typeof ROUTES_TO_DIAGNOSIS)[number]['code']

const LABELS = new Map<string, string>(ROUTES_TO_DIAGNOSIS.map(({ code, label }) => [code, label]))

/** The words for a route. */
export function routeLabel(route: RouteToDiagnosis): string {
  return LABELS.get(route) ?? route
}
