import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

interface FormKeys {
  readonly onEscape: () => void
  readonly onSave: () => void
}

/** The keys of a form that stands in the page: Escape leaves it, Ctrl+Enter saves it. Give the ref to the form. */
export const useFormKeys = ({ onEscape, onSave }: FormKeys): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null)
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const isSave = event.key === 'Enter' && event.ctrlKey
    if (event.key !== 'Escape' && !isSave) return
    event.preventDefault()
    // The page has an Escape of its own, which leads away from it.
    event.stopPropagation()
    if (isSave) onSave()
    else onEscape()
  })
  useEffect(() => {
    const element = form.current
    const onKeyDown = (event: KeyboardEvent): void => press(event)
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [])
  return form
}
