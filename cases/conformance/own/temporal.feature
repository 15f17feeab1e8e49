Feature: temporal

  Scenario: [1] date({year: 1984, month: 10, day: 11})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({year: 1984, month: 10, day: 11})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-11' |
    And no side effects

  Scenario: [2] date({year: 1984, week: 10, dayOfWeek: 3})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({year: 1984, week: 10, dayOfWeek: 3})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-03-07' |
    And no side effects

  Scenario: [3] date({year: 1984, ordinalDay: 202})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({year: 1984, ordinalDay: 202})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-07-20' |
    And no side effects

  Scenario: [4] date({year: 1984, quarter: 3, dayOfQuarter: 45})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({year: 1984, quarter: 3, dayOfQuarter: 45})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-08-14' |
    And no side effects

  Scenario: [5] date({year: 1984})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({year: 1984})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-01-01' |
    And no side effects

  Scenario: [6] localtime({hour: 12, minute: 31, second: 14, nanosecond: 789, millisecond: 123, microsecond: 456})
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime({hour: 12, minute: 31, second: 14, nanosecond: 789, millisecond: 123, microsecond: 456})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '12:31:14.123456789' |
    And no side effects

  Scenario: [7] localtime({hour: 12})
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime({hour: 12})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '12:00' |
    And no side effects

  Scenario: [8] time({hour: 12, timezone: '+01:00'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(time({hour: 12, timezone: '+01:00'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '12:00+01:00' |
    And no side effects

  Scenario: [9] time({hour: 12})
    Given an empty graph
    When executing query:
      """
      RETURN toString(time({hour: 12})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '12:00Z' |
    And no side effects

  Scenario: [10] localdatetime({year: 1984, month: 10, day: 11, hour: 12, minute: 31, second: 14})
    Given an empty graph
    When executing query:
      """
      RETURN toString(localdatetime({year: 1984, month: 10, day: 11, hour: 12, minute: 31, second: 14})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-11T12:31:14' |
    And no side effects

  Scenario: [11] datetime({year: 1984, month: 10, day: 11, hour: 12, timezone: 'Europe/Stockholm'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime({year: 1984, month: 10, day: 11, hour: 12, timezone: 'Europe/Stockholm'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-11T12:00+01:00[Europe/Stockholm]' |
    And no side effects

  Scenario: [12] datetime({year: 1984, week: 10, dayOfWeek: 3, hour: 12})
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime({year: 1984, week: 10, dayOfWeek: 3, hour: 12})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-03-07T12:00Z' |
    And no side effects

  Scenario: [13] duration({days: 14, hours: 16, minutes: 12})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({days: 14, hours: 16, minutes: 12})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P14DT16H12M' |
    And no side effects

  Scenario: [14] duration({months: 5, days: 1.5})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({months: 5, days: 1.5})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P5M1DT12H' |
    And no side effects

  Scenario: [15] duration({months: 0.75})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({months: 0.75})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P22DT19H51M49.5S' |
    And no side effects

  Scenario: [16] duration({weeks: 2.5})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({weeks: 2.5})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P17DT12H' |
    And no side effects

  Scenario: [17] duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({years: 12, months: 5, days: 14, hours: 16, minutes: 12, seconds: 70})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P12Y5M14DT16H13M10S' |
    And no side effects

  Scenario: [18] duration({days: 14, seconds: 70, milliseconds: 1})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({days: 14, seconds: 70, milliseconds: 1})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P14DT1M10.001S' |
    And no side effects

  Scenario: [19] duration({minutes: 1.5, seconds: 1})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({minutes: 1.5, seconds: 1})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT1M31S' |
    And no side effects

  Scenario: [20] duration({seconds: 1, milliseconds: -1})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({seconds: 1, milliseconds: -1})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT0.999S' |
    And no side effects

  Scenario: [21] duration({seconds: -1, milliseconds: 1})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({seconds: -1, milliseconds: 1})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT-0.999S' |
    And no side effects

  Scenario: [22] duration({days: 0})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({days: 0})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT0S' |
    And no side effects

  Scenario: [23] datetime.fromepoch(416779, 999999999)
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime.fromepoch(416779, 999999999)) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1970-01-05T19:46:19.999999999Z' |
    And no side effects

  Scenario: [24] datetime.fromepochmillis(237821673987)
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime.fromepochmillis(237821673987)) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1977-07-15T13:34:33.987Z' |
    And no side effects

  Scenario: [25] date('2015-07-21')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015-07-21')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [26] date('20150721')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('20150721')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [27] date('2015-07')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015-07')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-01' |
    And no side effects

  Scenario: [28] date('201507')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('201507')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-01' |
    And no side effects

  Scenario: [29] date('2015-W30-2')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015-W30-2')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [30] date('2015W302')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015W302')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [31] date('2015-W30')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015-W30')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-20' |
    And no side effects

  Scenario: [32] date('2015-202')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015-202')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [33] date('2015202')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015202')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [34] date('2015')
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('2015')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-01-01' |
    And no side effects

  Scenario: [35] localtime('21:40:32.142')
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime('21:40:32.142')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '21:40:32.142' |
    And no side effects

  Scenario: [36] localtime('214032.142')
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime('214032.142')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '21:40:32.142' |
    And no side effects

  Scenario: [37] localtime('21:40')
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime('21:40')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '21:40' |
    And no side effects

  Scenario: [38] localtime('21')
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime('21')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '21:00' |
    And no side effects

  Scenario: [39] time('21:40:32.142+0100')
    Given an empty graph
    When executing query:
      """
      RETURN toString(time('21:40:32.142+0100')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '21:40:32.142+01:00' |
    And no side effects

  Scenario: [40] time('2140-02')
    Given an empty graph
    When executing query:
      """
      RETURN toString(time('2140-02')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '21:40-02:00' |
    And no side effects

  Scenario: [41] time('22+18:00')
    Given an empty graph
    When executing query:
      """
      RETURN toString(time('22+18:00')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '22:00+18:00' |
    And no side effects

  Scenario: [42] localdatetime('2015-W30-2T214032.142')
    Given an empty graph
    When executing query:
      """
      RETURN toString(localdatetime('2015-W30-2T214032.142')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21T21:40:32.142' |
    And no side effects

  Scenario: [43] localdatetime('2015T214032')
    Given an empty graph
    When executing query:
      """
      RETURN toString(localdatetime('2015T214032')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-01-01T21:40:32' |
    And no side effects

  Scenario: [44] datetime('2015-07-21T21:40:32.142+0845[Australia/Eucla]')
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime('2015-07-21T21:40:32.142+0845[Australia/Eucla]')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21T21:40:32.142+08:45[Australia/Eucla]' |
    And no side effects

  Scenario: [45] datetime('2015-07-21T21:40:32.142-04')
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime('2015-07-21T21:40:32.142-04')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21T21:40:32.142-04:00' |
    And no side effects

  Scenario: [46] datetime('2015-07-21T21:40[Europe/London]')
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime('2015-07-21T21:40[Europe/London]')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21T21:40+01:00[Europe/London]' |
    And no side effects

  Scenario: [47] datetime('1818-07-21T21:40:32.142[Europe/Stockholm]')
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime('1818-07-21T21:40:32.142[Europe/Stockholm]')) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1818-07-21T21:40:32.142+00:53:28[Europe/Stockholm]' |
    And no side effects

  Scenario: [48] duration('P14DT16H12M')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('P14DT16H12M')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P14DT16H12M' |
    And no side effects

  Scenario: [49] duration('P0.75M')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('P0.75M')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P22DT19H51M49.5S' |
    And no side effects

  Scenario: [50] duration('PT0.75M')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('PT0.75M')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT45S' |
    And no side effects

  Scenario: [51] duration('P2.5W')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('P2.5W')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P17DT12H' |
    And no side effects

  Scenario: [52] duration('P12Y5M14DT16H12M70S')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('P12Y5M14DT16H12M70S')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P12Y5M14DT16H13M10S' |
    And no side effects

  Scenario: [53] duration('P2012-02-02T14:37:21.545')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('P2012-02-02T14:37:21.545')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P2012Y2M2DT14H37M21.545S' |
    And no side effects

  Scenario: [54] duration('P-1D')
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration('P-1D')) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P-1D' |
    And no side effects

  Scenario: [55] acc
    Given an empty graph
    When executing query:
      """
      RETURN [x IN [date({year: 1984, month: 10, day: 11})] | {y: x.year, q: x.quarter, m: x.month, w: x.week, wy: x.weekYear, d: x.day, od: x.ordinalDay, wd: x.weekDay, dq: x.dayOfQuarter}][0] AS x
      """
    Then the result should be, in any order:
      | x |
      | {y: 1984, q: 4, m: 10, w: 41, wy: 1984, d: 11, od: 285, wd: 4, dq: 11} |
    And no side effects

  Scenario: [56] acc2
    Given an empty graph
    When executing query:
      """
      RETURN [x IN [datetime({year: 1984, month: 11, day: 11, hour: 12, minute: 31, second: 14, nanosecond: 645876123, timezone: 'Europe/Stockholm'})] | [x.timezone, x.offset, x.offsetMinutes, x.offsetSeconds, x.epochSeconds, x.epochMillis, x.millisecond, x.microsecond, x.nanosecond]][0] AS x
      """
    Then the result should be, in any order:
      | x |
      | ['Europe/Stockholm', '+01:00', 60, 3600, 469020674, 469020674645, 645, 645876, 645876123] |
    And no side effects

  Scenario: [57] acc3
    Given an empty graph
    When executing query:
      """
      RETURN [x IN [duration({years: 1, months: 4, days: 10, hours: 1, minutes: 1, seconds: 1, nanoseconds: 111111111})] | [x.years, x.quarters, x.months, x.weeks, x.days, x.hours, x.minutes, x.seconds, x.milliseconds, x.microseconds, x.nanoseconds, x.quartersOfYear, x.monthsOfQuarter, x.monthsOfYear, x.daysOfWeek, x.minutesOfHour, x.secondsOfMinute, x.millisecondsOfSecond, x.microsecondsOfSecond, x.nanosecondsOfSecond]][0] AS x
      """
    Then the result should be, in any order:
      | x |
      | [1, 5, 16, 1, 10, 1, 61, 3661, 3661111, 3661111111, 3661111111111, 1, 1, 4, 3, 1, 1, 111, 111111, 111111111] |
    And no side effects

  Scenario: [58] duration.between(date('1984-10-11'), date('2015-06-24'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.between(date('1984-10-11'), date('2015-06-24'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P30Y8M13D' |
    And no side effects

  Scenario: [59] duration.between(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.between(date('1984-10-11'), localdatetime('2016-07-21T21:45:22.142'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P31Y9M10DT21H45M22.142S' |
    And no side effects

  Scenario: [60] duration.between(localtime('14:30'), date('2015-06-24'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.between(localtime('14:30'), date('2015-06-24'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT-14H-30M' |
    And no side effects

  Scenario: [61] duration.inMonths(date('1984-10-11'), date('2015-06-24'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.inMonths(date('1984-10-11'), date('2015-06-24'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P30Y8M' |
    And no side effects

  Scenario: [62] duration.inDays(date('1984-10-11'), date('2015-06-24'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.inDays(date('1984-10-11'), date('2015-06-24'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P11213D' |
    And no side effects

  Scenario: [63] duration.inSeconds(date('1984-10-11'), localtime('16:30'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.inSeconds(date('1984-10-11'), localtime('16:30'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT16H30M' |
    And no side effects

  Scenario: [64] duration.between(localtime('14:30'), time('16:30+0100'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.between(localtime('14:30'), time('16:30+0100'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT2H' |
    And no side effects

  Scenario: [65] duration.inSeconds(localdatetime('2014-07-21T21:40:36.143'), localdatetime('2014-07-21T21:40:36.142'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.inSeconds(localdatetime('2014-07-21T21:40:36.143'), localdatetime('2014-07-21T21:40:36.142'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT-0.001S' |
    And no side effects

  Scenario: [66] duration.between(localdatetime('2015-07-21T21:40:32.142'), date('1984-10-11'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.between(localdatetime('2015-07-21T21:40:32.142'), date('1984-10-11'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P-30Y-9M-10DT-21H-40M-32.142S' |
    And no side effects

  Scenario: [67] duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), datetime({year: 2017, month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'}))
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration.inSeconds(datetime({year: 2017, month: 10, day: 29, hour: 0, timezone: 'Europe/Stockholm'}), datetime({year: 2017, month: 10, day: 29, hour: 4, timezone: 'Europe/Stockholm'}))) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT5H' |
    And no side effects

  Scenario: [68] date({year: 1984, month: 10, day: 11}) + duration({months: 1, days: -14})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({year: 1984, month: 10, day: 11}) + duration({months: 1, days: -14})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-28' |
    And no side effects

  Scenario: [69] date('1984-01-31') + duration({months: 1})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('1984-01-31') + duration({months: 1})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-02-29' |
    And no side effects

  Scenario: [70] localtime('12:31') + duration({hours: 23})
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime('12:31') + duration({hours: 23})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '11:31' |
    And no side effects

  Scenario: [71] date('1984-10-11') + duration({hours: 25})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date('1984-10-11') + duration({hours: 25})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-12' |
    And no side effects

  Scenario: [72] duration({days: 1}) * 2
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({days: 1}) * 2) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P2D' |
    And no side effects

  Scenario: [73] duration({days: 1, hours: 3}) / 2
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({days: 1, hours: 3}) / 2) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'PT13H30M' |
    And no side effects

  Scenario: [74] duration({months: 1}) + duration({days: 2})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({months: 1}) + duration({days: 2})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P1M2D' |
    And no side effects

  Scenario: [75] duration({months: 1}) - duration({days: 2})
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({months: 1}) - duration({days: 2})) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P1M-2D' |
    And no side effects

  Scenario: [76] duration({days: 2}) * 0.5
    Given an empty graph
    When executing query:
      """
      RETURN toString(duration({days: 2}) * 0.5) AS x
      """
    Then the result should be, in any order:
      | x |
      | 'P1D' |
    And no side effects

  Scenario: [77] date.truncate('week', date('1984-10-11'), {dayOfWeek: 2})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date.truncate('week', date('1984-10-11'), {dayOfWeek: 2})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-09' |
    And no side effects

  Scenario: [78] date.truncate('quarter', datetime('1984-11-11T12:00Z'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(date.truncate('quarter', datetime('1984-11-11T12:00Z'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-01' |
    And no side effects

  Scenario: [79] datetime.truncate('hour', localdatetime('1984-10-11T12:31:14'), {timezone: 'Europe/Stockholm'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime.truncate('hour', localdatetime('1984-10-11T12:31:14'), {timezone: 'Europe/Stockholm'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-11T12:00+01:00[Europe/Stockholm]' |
    And no side effects

  Scenario: [80] localtime.truncate('minute', time('12:31:14.5+01:00'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(localtime.truncate('minute', time('12:31:14.5+01:00'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '12:31' |
    And no side effects

  Scenario: [81] date.truncate('millennium', date('2017-10-11'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(date.truncate('millennium', date('2017-10-11'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2000-01-01' |
    And no side effects

  Scenario: [82] date.truncate('weekYear', date('1984-01-01'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(date.truncate('weekYear', date('1984-01-01'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1983-01-03' |
    And no side effects

  Scenario: [83] date.truncate('decade', date('1984-10-11'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(date.truncate('decade', date('1984-10-11'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1980-01-01' |
    And no side effects

  Scenario: [84] date.truncate('century', date('1984-10-11'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(date.truncate('century', date('1984-10-11'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1900-01-01' |
    And no side effects

  Scenario: [85] localdatetime.truncate('day', datetime('2017-10-11T12:31:14Z'), {nanosecond: 2})
    Given an empty graph
    When executing query:
      """
      RETURN toString(localdatetime.truncate('day', datetime('2017-10-11T12:31:14Z'), {nanosecond: 2})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2017-10-11T00:00:00.000000002' |
    And no side effects

  Scenario: [86] date(datetime('2015-07-21T21:40:32+02:00'))
    Given an empty graph
    When executing query:
      """
      RETURN toString(date(datetime('2015-07-21T21:40:32+02:00'))) AS x
      """
    Then the result should be, in any order:
      | x |
      | '2015-07-21' |
    And no side effects

  Scenario: [87] date({date: date('1984-11-11'), day: 28})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({date: date('1984-11-11'), day: 28})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-11-28' |
    And no side effects

  Scenario: [88] date({date: date('1984-11-11'), week: 1})
    Given an empty graph
    When executing query:
      """
      RETURN toString(date({date: date('1984-11-11'), week: 1})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-01-08' |
    And no side effects

  Scenario: [89] time({time: localtime('12:31'), second: 42, timezone: '+05:00'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(time({time: localtime('12:31'), second: 42, timezone: '+05:00'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '12:31:42+05:00' |
    And no side effects

  Scenario: [90] time({time: time('12:31+01:00'), timezone: '+05:00'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(time({time: time('12:31+01:00'), timezone: '+05:00'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '16:31+05:00' |
    And no side effects

  Scenario: [91] localdatetime({date: date('1984-10-11'), time: localtime('10:12'), day: 28})
    Given an empty graph
    When executing query:
      """
      RETURN toString(localdatetime({date: date('1984-10-11'), time: localtime('10:12'), day: 28})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-28T10:12' |
    And no side effects

  Scenario: [92] datetime({datetime: datetime('1984-10-11T12:00+01:00'), timezone: '+05:00'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime({datetime: datetime('1984-10-11T12:00+01:00'), timezone: '+05:00'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-11T16:00+05:00' |
    And no side effects

  Scenario: [93] datetime({date: date('1984-10-11'), hour: 10, timezone: 'Pacific/Honolulu'})
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime({date: date('1984-10-11'), hour: 10, timezone: 'Pacific/Honolulu'})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1984-10-11T10:00-10:00[Pacific/Honolulu]' |
    And no side effects

  Scenario: [94] datetime({epochSeconds: 416779, nanosecond: 42})
    Given an empty graph
    When executing query:
      """
      RETURN toString(datetime({epochSeconds: 416779, nanosecond: 42})) AS x
      """
    Then the result should be, in any order:
      | x |
      | '1970-01-05T19:46:19.000000042Z' |
    And no side effects

  Scenario: [95] date('1984-10-11') < date('1984-10-12')
    Given an empty graph
    When executing query:
      """
      RETURN date('1984-10-11') < date('1984-10-12') AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects

  Scenario: [96] time('10:00+01:00') < time('10:00+00:00')
    Given an empty graph
    When executing query:
      """
      RETURN time('10:00+01:00') < time('10:00+00:00') AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects

  Scenario: [97] 1
    Given an empty graph
    When executing query:
      """
      RETURN 1 AS x
      """
    Then the result should be, in any order:
      | x |
      | 1 |
    And no side effects

  Scenario: [98] duration({days: 1}) = duration({hours: 24})
    Given an empty graph
    When executing query:
      """
      RETURN duration({days: 1}) = duration({hours: 24}) AS x
      """
    Then the result should be, in any order:
      | x |
      | false |
    And no side effects

  Scenario: [99] duration({months: 12}) = duration({years: 1})
    Given an empty graph
    When executing query:
      """
      RETURN duration({months: 12}) = duration({years: 1}) AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects

  Scenario: [100] duration({days: 1}) < duration({days: 2})
    Given an empty graph
    When executing query:
      """
      RETURN duration({days: 1}) < duration({days: 2}) AS x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [101] duration({seconds: 60}) = duration({minutes: 1})
    Given an empty graph
    When executing query:
      """
      RETURN duration({seconds: 60}) = duration({minutes: 1}) AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects

  Scenario: [102] date('2020-01-01') < localtime('10:00')
    Given an empty graph
    When executing query:
      """
      RETURN date('2020-01-01') < localtime('10:00') AS x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [103] date(null)
    Given an empty graph
    When executing query:
      """
      RETURN date(null) AS x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [104] duration(null)
    Given an empty graph
    When executing query:
      """
      RETURN duration(null) AS x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [105] date.truncate('day', null)
    Given an empty graph
    When executing query:
      """
      RETURN date.truncate('day', null) AS x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [106] duration.between(null, date('2020-01-01'))
    Given an empty graph
    When executing query:
      """
      RETURN duration.between(null, date('2020-01-01')) AS x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [107] date() = date()
    Given an empty graph
    When executing query:
      """
      RETURN date() = date() AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects

  Scenario: [108] duration.inSeconds(localtime(), localtime()) = duration({seconds: 0})
    Given an empty graph
    When executing query:
      """
      RETURN duration.inSeconds(localtime(), localtime()) = duration({seconds: 0}) AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects

  Scenario: [109] date(toString(date('2015-07-21'))) = date('2015-07-21')
    Given an empty graph
    When executing query:
      """
      RETURN date(toString(date('2015-07-21'))) = date('2015-07-21') AS x
      """
    Then the result should be, in any order:
      | x |
      | true |
    And no side effects
