import { createContext, type ReactNode, use, useEffect, useState } from 'react'

/** A stop on the way here. The last one, without a path, is this page. */
export type Crumb = { readonly label: string; readonly path?: string }

type CrumbStore = { readonly crumbs: readonly Crumb[]; readonly set: (crumbs: readonly Crumb[]) => void }

const CrumbContext = createContext<CrumbStore>({ crumbs: [], set: () => undefined })

export const BreadcrumbProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [crumbs, set] = useState<readonly Crumb[]>([])
  return <CrumbContext value={{ crumbs, set }}>{children}</CrumbContext>
}

export const useCrumbList = (): readonly Crumb[] => use(CrumbContext).crumbs

/** Says where this page is. Shown in the bar, and gone with the page. */
export const useBreadcrumbs = (crumbs: readonly Crumb[]): void => {
  const { set } = use(CrumbContext)
  const shape = JSON.stringify(crumbs)
  useEffect(() => {
    set(JSON.parse(shape) as readonly Crumb[])
    return () => set([])
  }, [set, shape])
}
