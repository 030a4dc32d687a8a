/** What can be wrong with concord.yaml, and with the files of a workspace. */

import { defineDiagnostics, reporterFor } from './define.ts'

export const configurationDiagnostics = defineDiagnostics({
  'configuration-not-yaml': {
    severity: 'error',
    title: 'concord.yaml is no YAML',
    message: 'this is no YAML: {what}',
    why: 'The settings of a workspace are a small YAML file; where it cannot be read, nothing is checked, since a rule that was switched off would come back unseen.',
  },
  'configuration-not-settings': {
    severity: 'error',
    title: 'concord.yaml holds no settings',
    message: 'concord.yaml must hold settings, one `name: value` a line; this is {what}',
    help: 'write for example `fail-on: error`, or leave the file empty to take the defaults',
    why: 'An empty concord.yaml is fine: it only marks the folder as a workspace.',
  },
  'configuration-setting-unknown': {
    severity: 'error',
    title: 'A setting that does not exist',
    message: 'there is no setting `{name}` {where}',
    help: 'the settings here are {known}',
    why: 'A misspelt setting that is passed over in silence would be the worst kind: everybody believes that it holds.',
  },
  'configuration-setting-doubled': {
    severity: 'error',
    title: 'A setting that is given twice',
    message: '`{name}` is given twice',
    help: 'keep one of the two',
    why: 'Only one of the two can hold, and a reader cannot tell which.',
  },
  'configuration-value-wrong': {
    severity: 'error',
    title: 'A setting with a value it cannot take',
    message: '`{setting}` cannot be {value}: it takes {wanted}',
    why: 'Each setting takes values of one sort; the page of the settings lists them.',
  },
  'configuration-alias-refused': {
    severity: 'error',
    title: 'An alias in concord.yaml',
    message: 'an alias (`*{name}`) is not followed here',
    help: 'write the value out',
    why: 'A few lines of nested aliases can stand for billions of values, and settings are too few to need them.',
  },
  'configuration-too-long': {
    severity: 'error',
    title: 'concord.yaml is too long',
    message: 'concord.yaml has {length} characters; at most {most} are read',
    why: 'Settings are a page or two. A longer file is most likely something else under this name.',
  },
  'configuration-rule-unknown': {
    severity: 'error',
    title: 'A level for a rule that does not exist',
    message: 'there is no rule `{rule}`',
    help: 'list the rules with `concord explain rules`',
    why: 'A level for a misspelt rule would change nothing, while everybody believes that it does.',
  },
  'file-not-utf8': {
    severity: 'error',
    title: 'A file that is not UTF-8',
    message: 'byte {byte} of this file ({value}) is no UTF-8',
    help: 'save the file as UTF-8',
    why: 'Plan files are UTF-8, so that every name reads the same on every machine. The line is read as far as it can be.',
  },
  'file-too-large': {
    severity: 'error',
    title: 'A file that is too large',
    message: 'this file has {length} bytes; at most {most} are read',
    help: 'split it, or leave it out with `exclude` in concord.yaml',
    why: 'A limit keeps a file that got in by mistake, such as a dump, from stopping the check. Nothing of it was read.',
  },
  'file-unreadable': {
    severity: 'error',
    title: 'A file that cannot be read',
    message: 'this file cannot be read: {reason}',
    why: 'What it says is missing from the check.',
  },
})

export const reportConfiguration = reporterFor(configurationDiagnostics)
