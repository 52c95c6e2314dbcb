import { useState } from 'react'

type Ask = Parameters<typeof window.throughline.chooseFileToSave>[0]

/** The job that writes the file. */
interface Writing {
  readonly running: boolean
  readonly error: { readonly message: string } | null
}

export interface SaveFile {
  readonly running: boolean
  /** Why the file was not written, in words. */
  readonly trouble: string | null
  save(): Promise<void>
}

/** Writing a file that the person chooses: asks where, and writes there unless they turn away or may not. */
export const useSaveFile = (
  ask: Ask,
  { running, error }: Writing,
  write: (handle: string, fileName: string) => Promise<void>,
): SaveFile => {
  const [refused, setRefused] = useState<string | null>(null)
  return {
    running,
    trouble: refused ?? error?.message ?? null,
    async save() {
      const choice = await window.throughline.chooseFileToSave(ask)
      setRefused(choice.status === 'refused' ? choice.message : null)
      if (choice.status === 'chosen') await write(choice.file.handle, choice.file.name)
    },
  }
}
