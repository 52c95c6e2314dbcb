import { IconRoute } from '@tabler/icons-react'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePath } from '#renderer/app/router.tsx'
import { statusLabel } from '#shared/features/plan/words.ts'
import { actionPath } from './plan-address.ts'

/** Offers the views of the plan, and each of its actions by its title, wherever one is in the app. */
export const usePlanCommands = (): void => {
  const [, goTo] = usePath()
  const actions = useCoreQuery('plan', 'current', {}).data?.actions ?? []
  useCommands([
    {
      id: 'go.plan-timeline',
      title: 'Action plan: timeline',
      group: 'Go to',
      icon: IconRoute,
      alsoCalled: ['gantt', 'milestones', 'dates'],
      run: () => goTo('/plan?view=timeline'),
    },
    {
      id: 'go.plan-list',
      title: 'Action plan: list',
      group: 'Go to',
      icon: IconRoute,
      alsoCalled: ['actions', 'owners'],
      run: () => goTo('/plan?view=list'),
    },
    {
      id: 'go.plan-drivers',
      title: 'Action plan: driver diagram',
      group: 'Go to',
      icon: IconRoute,
      alsoCalled: ['aim', 'drivers', 'change ideas'],
      run: () => goTo('/plan/drivers'),
    },
    ...actions.map(({ id, code, title, status }) => ({
      id: `go.plan-action.${id}`,
      title: `${code} ${title}`,
      group: 'Go to' as const,
      icon: IconRoute,
      alsoCalled: ['action', statusLabel(status)],
      whenTyped: true,
      run: () => goTo(actionPath(id)),
    })),
  ])
}
