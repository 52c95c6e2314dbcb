import type { Template } from '../template.ts'

export const briefingHandout: Template = {
  code: 'briefing-handout',
  title: 'Briefing handout',
  topic: 'role',
  audience: 'outside',
  purpose:
    'One page that colleagues take away: what the lead does, four figures, what is asked of them, and how to get in touch.',
  usedBy: 'The lead, with the briefing session or in a welcome pack for new staff',
  minutes: 10,
  sources: [
    'Promoting integrated cancer care, professional press article on the first lead clinicians, about 2003',
    'NICE indicators IND222 and IND223, cancer care reviews (check the menu for the current version)',
  ],
  reviewMonths: 6,
  aboutPerson: false,
  markdown: `> Keep it to one side of A4. If you add a line, take one out.

## Who and what

{{author.name}} is the cancer lead for {{practice.name}}. The job is to lead a plan, speak for us in {{practice.network}}, put what we know into service plans, raise standards, and see that services answer to people affected by cancer.

## Four figures, {{register.as-at}}

| What | Figure | Worth knowing |
| --- | --- | --- |
| People on the register | {{register.people}} | {{register.prevalence}} of the list; most often {{register.common-groups}} |
| New diagnoses in 12 months | {{register.new-12-months}} | Somebody can have more than one |
| Emergency route | {{measure.emergency-route.value}} | {{measure.emergency-route.range}} |
| Middle wait for a hospital letter | {{letters.gap-middle}} | {{letters.late}} are late today |

Figures come from our own register. A count under 6 is not shown.

## Five things you can do this week

1. **Tell us when a letter is missing.** Do not ring round; say which letter and since when.
2. **Safety-net every urgent referral.** Before the person leaves, tell them what should happen, by when, and whom to ring if it does not.
3. **Offer support early.** A contact within 3 months of diagnosis and a review within 12 months. Any trained member of the team may do it.
4. **Write down the route and the stage** when the first letter comes. Without them nobody can say if we are getting better.
5. **Ask about the carer.** Then write down the answer.

## How to reach us

- Cancer lead: {{ask.contact|How to reach the lead}}
- Care coordinator or register clerk: {{ask.coordinator|Name and how to reach them}}
- Send a worry or an idea: {{ask.ideas|Where ideas are sent}}

Nothing that names a patient goes in an ordinary email. Use {{ask.secure-route|The secure route in your organisation}}.
`,
}
