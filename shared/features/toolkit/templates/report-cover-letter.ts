import type { Template } from '../template.ts'

export const reportCoverLetter: Template = {
  code: 'report-cover-letter',
  title: 'Network report cover letter',
  topic: 'work',
  audience: 'outside',
  purpose:
    'Goes on the front of the network pack: what it shows, what we ask, how it was made and what was left out on purpose.',
  usedBy: 'The lead, each quarter',
  minutes: 15,
  sources: [
    'NHS Digital, Hospital Episode Statistics disclosure control, 2018',
    'NHS England, National Cancer Waiting Times Monitoring Dataset Guidance, version 12.1, July 2025',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> One page. Somebody will read only the second paragraph, so put the ask there.

{{today}}

To {{ask.addressee|Name and post}}, {{practice.network}}

**Report for {{ask.period|Period of the report}}**

Dear {{ask.dear|How you address them}},

Here is our report for {{ask.period|Period of the report}}. The most important thing in it is {{ask.headline|The one thing you want read}}.

**We ask for one thing:** {{ask.the-ask|What you ask of the network, by when}}

## What it shows

> Copy these from the frozen pack and from nowhere else. A second count of the same people, made on another day or by another rule, can give somebody away beside the first.

| What | Figure | Likely range |
| --- | --- | --- |
| New diagnoses in the period | | |
| Emergency route (practice-recorded) | | |
| Stage recorded | | |
| Hospital letters in time | | |
| Care review within 12 months | | |

What has changed since last time, and why we think so: {{ask.change|What changed and your reason}}

Our plan, {{plan.title}}, stands in {{plan.year-now}}: {{plan.actions-done}} actions done, {{plan.actions-open}} open, {{plan.actions-late}} late. Next milestone: {{plan.next-milestone}}.

## What we ask of others

{{table.plan-asks}}

## How to read it

- The figures come from the pack sent with this letter and from our own register, by the rules printed beside each.
- Each share stands with the numbers it is made of and a 95% range. With counts like ours, a range that covers the network's figure means that we cannot tell them apart.
- Intervals are what the practice saw. The trust owns the official waiting-time clock, and we do not report breaches.
- Small counts are hidden, and others with them where they could be worked out. Nobody is named. People who asked not to be counted are left out.
- What we do not hold is marked as not held. It is not nought.

Checked before sending by {{ask.checked-by|Who checked it, not the writer}}.

Yours sincerely,

{{author.name}}, {{author.role}}\\
{{practice.name}}
`,
}
