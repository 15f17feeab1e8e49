Feature: orders

  Scenario: [1] order of lists
    Given an empty graph
    When executing query:
      """
      UNWIND [[2], [1, 2], [1], [], [null], ["a"], null] AS l RETURN l ORDER BY l
      """
    Then the result should be, in order:
      | l |
      | [] |
      | ['a'] |
      | [1] |
      | [1, 2] |
      | [2] |
      | [null] |
      | null |
    And no side effects

  Scenario: [2] order nodes etc
    Given an empty graph
    And having executed:
      """
      CREATE ()-[:T]->()
      """
    When executing query:
      """
      MATCH p = (n)-[r]->(m) UNWIND [n, r, p, {a: 1}, 1, true, "a", date("2020-01-01"), null, 0.0/0.0, [1]] AS x WITH x ORDER BY x RETURN collect(x IS NULL) AS c
      """
    Then the result should be, in any order:
      | c |
      | [false, false, false, false, false, false, false, false, false, false, true] |
    And no side effects

  Scenario: [3] order bool
    Given an empty graph
    When executing query:
      """
      UNWIND [true, false, null] AS x RETURN x ORDER BY x DESC
      """
    Then the result should be, in order:
      | x |
      | null |
      | true |
      | false |
    And no side effects

  Scenario: [4] order multi
    Given an empty graph
    When executing query:
      """
      UNWIND [[1, 2], [1, 1], [0, 5]] AS p WITH p[0] AS a, p[1] AS b RETURN a, b ORDER BY a DESC, b ASCENDING
      """
    Then the result should be, in order:
      | a | b |
      | 1 | 1 |
      | 1 | 2 |
      | 0 | 5 |
    And no side effects

  Scenario: [5] order durations
    Given an empty graph
    When executing query:
      """
      UNWIND [duration("P12Y5M14DT16H12M"), duration("P12Y5M14DT16H11M"), duration("P1D")] AS d WITH d ORDER BY d RETURN toString(d) AS s
      """
    Then the result should be, in order:
      | s |
      | 'P1D' |
      | 'P12Y5M14DT16H11M' |
      | 'P12Y5M14DT16H12M' |
    And no side effects

  Scenario: [6] order times
    Given an empty graph
    When executing query:
      """
      UNWIND [time("10:35-08:00"), time("12:31:14.5+01:00"), time("10:00+00:00")] AS d WITH d ORDER BY d RETURN toString(d) AS s
      """
    Then the result should be, in order:
      | s |
      | '10:00Z' |
      | '12:31:14.5+01:00' |
      | '10:35-08:00' |
    And no side effects

  Scenario: [7] distinct null
    Given an empty graph
    When executing query:
      """
      UNWIND [null, null] AS x RETURN DISTINCT x
      """
    Then the result should be, in any order:
      | x |
      | null |
    And no side effects

  Scenario: [8] group by list
    Given an empty graph
    When executing query:
      """
      UNWIND [[1, null], [1, null], [2]] AS x RETURN x, count(*) AS c
      """
    Then the result should be, in any order:
      | x | c |
      | [1, null] | 2 |
      | [2] | 1 |
    And no side effects

  Scenario: [9] collect distinct
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 1, null, 2] AS x RETURN collect(DISTINCT x) AS c
      """
    Then the result should be, in any order:
      | c |
      | [1, 2] |
    And no side effects

  Scenario: [10] sum floats
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 0.5] AS x RETURN sum(x) AS s, avg(x) AS a
      """
    Then the result should be, in any order:
      | s | a |
      | 1.5 | 0.75 |
    And no side effects

  Scenario: [11] agg of agg expr
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN count(*) * 10 + sum(x) AS s
      """
    Then the result should be, in any order:
      | s |
      | 23 |
    And no side effects

  Scenario: [12] agg in map
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN {c: count(*), s: sum(x)} AS s
      """
    Then the result should be, in any order:
      | s |
      | {c: 2, s: 3} |
    And no side effects

  Scenario: [13] case agg
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 2] AS x RETURN sum(CASE WHEN x > 1 THEN 1 ELSE 0 END) AS s
      """
    Then the result should be, in any order:
      | s |
      | 1 |
    And no side effects

  Scenario: [14] order by agg expr
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 1, 2] AS x RETURN x, count(*) AS c ORDER BY count(*) DESC
      """
    Then the result should be, in order:
      | x | c |
      | 1 | 2 |
      | 2 | 1 |
    And no side effects

  Scenario: [15] order by grouped expr
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 1, 2] AS x RETURN x % 2 AS m, count(*) AS c ORDER BY x % 2
      """
    Then the result should be, in order:
      | m | c |
      | 0 | 1 |
      | 1 | 2 |
    And no side effects

  Scenario: [16] order by alias+agg
    Given an empty graph
    When executing query:
      """
      UNWIND [1, 1, 2] AS x RETURN x AS y, sum(x) AS c ORDER BY y + sum(x)
      """
    Then the result should be, in order:
      | y | c |
      | 1 | 2 |
      | 2 | 2 |
    And no side effects

  Scenario: [17] with star order
    Given an empty graph
    When executing query:
      """
      WITH 1 AS a, 2 AS b WITH *, a + b AS c RETURN *
      """
    Then the result should be, in any order:
      | a | b | c |
      | 1 | 2 | 3 |
    And no side effects

  Scenario: [18] unwind map keys
    Given an empty graph
    When executing query:
      """
      WITH {a: 1, b: 2} AS m UNWIND keys(m) AS k RETURN k, m[k] AS v
      """
    Then the result should be, in any order:
      | k | v |
      | 'a' | 1 |
      | 'b' | 2 |
    And no side effects
