import { useEffect, useState } from 'react'

const SETTLE_MS = 250

/**
 * Whether the row in front has stayed there for a quarter of a second. Rows passed over on the way to another are not
 * opened: each look at a record is written in the audit trail.
 * @param id the row's
 */
export const useSettled = (id: string): boolean => {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(id), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [id])
  return settled === id
}
