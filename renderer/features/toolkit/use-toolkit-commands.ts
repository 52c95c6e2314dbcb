import { IconNotebook, IconTemplate } from '@tabler/icons-react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { aboutTemplatePath, documentPath } from './toolkit-address.ts'

/** Offers every document and template of the toolkit by its title, wherever one is in the app. */
export const useToolkitCommands = (): void => {
  const [, goTo] = usePath()
  const titles = useCoreQuery('toolkit', 'titles', {}).data
  useCommands([
    ...(titles?.documents ?? []).map(({ id, title }) => ({
      id: `go.document.${id}`,
      title,
      group: 'Go to' as const,
      icon: IconNotebook,
      whenTyped: true,
      run: () => goTo(documentPath(id)),
    })),
    ...(titles?.templates ?? []).map(({ code, title }) => ({
      id: `go.template.${code}`,
      title: `${title}: template`,
      group: 'Go to' as const,
      icon: IconTemplate,
      whenTyped: true,
      run: () => goTo(aboutTemplatePath(code)),
    })),
  ])
}
