/** The texts of the two pages that are nothing but text. */

export const rateText = {
  lede: 'Every status on this site is worked out by a written rule, and each page prints the rule that it uses.',
  sections: [
    {
      heading: 'Green, amber and red',
      text: [
        'A measure with a target is green when its figure meets the target, amber when it misses it by no more than a tolerance, and red when it misses it by more. The tolerance differs from measure to measure; the page of each prints the rule, its version, who set it and how far the figure is from the next colour.',
        'A figure exactly on a limit has the better colour. Figures are compared before they are rounded.',
      ],
    },
    {
      heading: 'No target, and not published',
      text: [
        'These are two different things, and neither is green. “No target” means that there is a figure, but nothing to judge it by. “Not published” means that there is no figure for the period, and the page says why.',
        'Where only a change was ever printed, the change is shown and the figure stays not published.',
      ],
    },
    {
      heading: 'What stands beside a figure',
      text: [
        'Beside a figure, or in its place, stands what a reader must know of it: “provisional” until it is confirmed; “revised” when it is no longer what was published first, with the old figure and the reason on its page; “an estimate” when it was not counted one by one; “incomplete” when not all days of its period are in; “not updated for this period” when it is of an older one; “suspended” while a measure rests.',
        'A figure that has not come by its day is “overdue”, and its page names the newest that was published. One about too few people is “withheld”: it is known, but could tell of a person. Neither is drawn as nothing.',
        'The same words are in the files of data, and a committee paper puts them in brackets after the figure.',
      ],
    },
    {
      heading: 'Better and worse',
      text: [
        'A change is relative: the difference between two figures as a share of the earlier one. An arrow points the way that the number went; the words “better” and “worse” say whether that is good. Fewer abandoned calls is an arrow down, and better.',
        'The lists of most improved and most worsened hold only what improved or worsened. Nothing is compared across a change of definition.',
      ],
    },
    {
      heading: 'Usual range',
      text: [
        'Where a chart has fine lines, they are the mean of the figures and the limits within which chance alone would keep them: 2.66 average moving ranges either side of the mean. Limits are cut at what is possible: a share goes no lower than 0% and no higher than 100%, and a number or a time no lower than 0. Whether a figure is more than chance is told by the limits as they were before they were cut.',
      ],
    },
    {
      heading: 'Milestones',
      text: [
        'The deadline that a milestone was first given never changes. Its current deadline may; every move is counted and printed. Weeks late are whole weeks between the two. Work that nobody set a deadline for has no colour, unless it is complete or delayed.',
        'The page of the milestones prints the number of weeks that the rule uses, the end of quarter that they are counted from, and the date that the status was worked out for. Another date may give another colour.',
      ],
    },
    {
      heading: 'Periods that are not finished, and figures that change',
      text: [
        'A period that is not over is hatched in charts and called “not finished”. It is never shown as the newest result while there is a finished one.',
        'Figures can be corrected. Each publication is an edition with its own address, kept for good, and lists what it revised.',
      ],
    },
  ],
} as const;

export const accessibilityText = {
  lede: 'We want everybody to be able to read these pages, and we say here what was tested and what was not.',
  sections: [
    {
      heading: 'What you can do',
      text: [
        'You can zoom to 400% without scrolling sideways (wide data tables scroll inside their own frame), use everything by keyboard, read every chart as a table, print every page, and use dark colours, or colours of your own, if your device asks for them. Nothing depends on colour alone, and nothing but sorting, filtering, searching and copying links needs JavaScript.',
      ],
    },
    {
      heading: 'How it was tested',
      text: [
        'The tests of the software that makes these pages run axe-core (the rules of WCAG 2.2 AA) over every kind of page, at three widths, in light and in dark colours. They also walk through every kind of page by keyboard, and look at it in forced colours, on paper, without JavaScript and at 320 pixels, which is what a screen of 1,280 pixels shows at 400%. Automatic checks find only some of the problems.',
        'No audit by people who use assistive technology has been made yet, so we do not claim that the site complies fully.',
      ],
    },
    {
      heading: 'What we know is not good enough',
      text: [
        'Small trend lines in tables have no text of their own; the figures are in the same row and on the page of the measure. Comments by councils are published as they were written. Timelines of milestones are drawn for the eye; the same row has all of it in words.',
      ],
    },
    {
      heading: 'If you cannot use something',
      text: [
        'Tell the council whose figures they are: its name at the top leads to its pages, and where it gave a contact, that stands at the foot of them. The figures are also there as CSV and JSON.',
      ],
    },
  ],
} as const;
