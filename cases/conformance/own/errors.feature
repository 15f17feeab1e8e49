Feature: errors

  Scenario: [1] RETURN foo
    Given an empty graph
    When executing query:
      """
      RETURN foo
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [2] RETURN $p
    Given an empty graph
    When executing query:
      """
      RETURN $p
      """
    Then a ParameterMissing should be raised at compile time: MissingParameter

  Scenario: [3] MATCH (a:A {p: $v}) RETURN a
    Given an empty graph
    When executing query:
      """
      MATCH (a:A {p: $v}) RETURN a
      """
    Then a ParameterMissing should be raised at compile time: MissingParameter

  Scenario: [4] RETURN [1, 2
    Given an empty graph
    When executing query:
      """
      RETURN [1, 2
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [5] RETURN {a: 1
    Given an empty graph
    When executing query:
      """
      RETURN {a: 1
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [6] RETURN {1: 2}
    Given an empty graph
    When executing query:
      """
      RETURN {1: 2}
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [7] RETURN [, ]
    Given an empty graph
    When executing query:
      """
      RETURN [, ]
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [8] RETURN [[[]]
    Given an empty graph
    When executing query:
      """
      RETURN [[[]]
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [9] RETURN {a: b: 1}
    Given an empty graph
    When executing query:
      """
      RETURN {a: b: 1}
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [10] RETURN 'a
    Given an empty graph
    When executing query:
      """
      RETURN 'a
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [11] RETURN "a
    Given an empty graph
    When executing query:
      """
      RETURN "a
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [12] MATCH (n) WHERE n.name == 'a' RETURN n
    Given an empty graph
    When executing query:
      """
      MATCH (n) WHERE n.name == 'a' RETURN n
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [13] RETURN 1 + 
    Given an empty graph
    When executing query:
      """
      RETURN 1 + 
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [14] MATCH (n) RETURN
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [15] MATCH (n RETURN n
    Given an empty graph
    When executing query:
      """
      MATCH (n RETURN n
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [16] RETURN 1—2
    Given an empty graph
    When executing query:
      """
      RETURN 1—2
      """
    Then a SyntaxError should be raised at compile time: InvalidUnicodeCharacter

  Scenario: [17] RETURN size()
    Given an empty graph
    When executing query:
      """
      RETURN size()
      """
    Then a SyntaxError should be raised at compile time: InvalidNumberOfArguments

  Scenario: [18] CALL no.such()
    Given an empty graph
    When executing query:
      """
      CALL no.such()
      """
    Then a ProcedureError should be raised at compile time: ProcedureNotFound

  Scenario: [19] MATCH (a) WITH a.name AS n ORDER BY a.age RETURN n.name, b
    Given an empty graph
    When executing query:
      """
      MATCH (a) WITH a.name AS n ORDER BY a.age RETURN n.name, b
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [20] MATCH (a) WITH a ORDER BY count(*) RETURN a
    Given an empty graph
    When executing query:
      """
      MATCH (a) WITH a ORDER BY count(*) RETURN a
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

  Scenario: [21] MATCH (n) WITH n.x AS x, count(*) AS c ORDER BY n.y RETURN x
    Given an empty graph
    When executing query:
      """
      MATCH (n) WITH n.x AS x, count(*) AS c ORDER BY n.y RETURN x
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [22] MATCH (a)-[r]->(b) WITH [r] AS rs MATCH (a)-[rs]->(b) RETURN rs
    Given an empty graph
    When executing query:
      """
      MATCH (a)-[r]->(b) WITH [r] AS rs MATCH (a)-[rs]->(b) RETURN rs
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [23] MATCH (a) WITH [a] AS n MATCH (n) RETURN n
    Given an empty graph
    When executing query:
      """
      MATCH (a) WITH [a] AS n MATCH (n) RETURN n
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [24] MATCH p = (a)-->(b) MATCH (p)-->() RETURN p
    Given an empty graph
    When executing query:
      """
      MATCH p = (a)-->(b) MATCH (p)-->() RETURN p
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [25] MATCH ()-[r]-() MATCH (r) RETURN r
    Given an empty graph
    When executing query:
      """
      MATCH ()-[r]-() MATCH (r) RETURN r
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [26] MATCH (r) MATCH ()-[r]-() RETURN r
    Given an empty graph
    When executing query:
      """
      MATCH (r) MATCH ()-[r]-() RETURN r
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [27] MATCH (r) MATCH r = ()-[]-() RETURN r
    Given an empty graph
    When executing query:
      """
      MATCH (r) MATCH r = ()-[]-() RETURN r
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [28] MATCH r = ()-[]-(), (r) RETURN r
    Given an empty graph
    When executing query:
      """
      MATCH r = ()-[]-(), (r) RETURN r
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [29] WITH true AS r MATCH r = ()-[]-() RETURN r
    Given an empty graph
    When executing query:
      """
      WITH true AS r MATCH r = ()-[]-() RETURN r
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [30] MATCH (n) WHERE n.x AND 'a' RETURN n
    Given an empty graph
    When executing query:
      """
      MATCH (n) WHERE n.x AND 'a' RETURN n
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [31] MATCH (n) RETURN all(x IN ['a'] WHERE x % 2 = 0)
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN all(x IN ['a'] WHERE x % 2 = 0)
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [32] RETURN any(x IN ['Clara'] WHERE x % 2 = 0)
    Given an empty graph
    When executing query:
      """
      RETURN any(x IN ['Clara'] WHERE x % 2 = 0)
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [33] RETURN none(x IN [true] WHERE x % 2 = 0)
    Given an empty graph
    When executing query:
      """
      RETURN none(x IN [true] WHERE x % 2 = 0)
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [34] RETURN single(x IN [false, true] WHERE x % 2 = 0)
    Given an empty graph
    When executing query:
      """
      RETURN single(x IN [false, true] WHERE x % 2 = 0)
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [35] MATCH (n) RETURN n.x AS a, count(*) + n.y AS b
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN n.x AS a, count(*) + n.y AS b
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

  Scenario: [36] MATCH (n) RETURN n.x + count(*) + n.y
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN n.x + count(*) + n.y
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

  Scenario: [37] MATCH (n) WITH n.x + n.y + count(*) AS s RETURN s
    Given an empty graph
    When executing query:
      """
      MATCH (n) WITH n.x + n.y + count(*) AS s RETURN s
      """
    Then a SyntaxError should be raised at compile time: AmbiguousAggregationExpression

  Scenario: [38] MATCH (n) RETURN count(n.x) AS c ORDER BY n.y
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN count(n.x) AS c ORDER BY n.y
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [39] MATCH (me: Person)--(you: Person) RETURN count(you.age) AS agg ORDER BY me.age + count(you.age)
    Given an empty graph
    When executing query:
      """
      MATCH (me: Person)--(you: Person) RETURN count(you.age) AS agg ORDER BY me.age + count(you.age)
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [40] MATCH (n) RETURN n UNION RETURN n
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN n UNION RETURN n
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [41] RETURN count(rand())
    Given an empty graph
    When executing query:
      """
      RETURN count(rand())
      """
    Then a SyntaxError should be raised at compile time: NonConstantExpression

  Scenario: [42] MATCH (n) SET n.x = count(*)
    Given an empty graph
    When executing query:
      """
      MATCH (n) SET n.x = count(*)
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

  Scenario: [43] UNWIND [1] AS x MATCH (n) WHERE count(x) > 0 RETURN n
    Given an empty graph
    When executing query:
      """
      UNWIND [1] AS x MATCH (n) WHERE count(x) > 0 RETURN n
      """
    Then a SyntaxError should be raised at compile time: InvalidAggregation

  Scenario: [44] MATCH (n) CREATE (m) MERGE (m)
    Given an empty graph
    When executing query:
      """
      MATCH (n) CREATE (m) MERGE (m)
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [45] MERGE (n) ON MATCH SET x.num = 1
    Given an empty graph
    When executing query:
      """
      MERGE (n) ON MATCH SET x.num = 1
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [46] CREATE (a)-[r:T]->(b) CREATE (a)-[r:T]->(b)
    Given an empty graph
    When executing query:
      """
      CREATE (a)-[r:T]->(b) CREATE (a)-[r:T]->(b)
      """
    Then a SyntaxError should be raised at compile time: VariableAlreadyBound

  Scenario: [47] MATCH (n) REMOVE n:A, m.x
    Given an empty graph
    When executing query:
      """
      MATCH (n) REMOVE n:A, m.x
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [48] MATCH (a) WITH a MATCH (a)-[a]->() RETURN a
    Given an empty graph
    When executing query:
      """
      MATCH (a) WITH a MATCH (a)-[a]->() RETURN a
      """
    Then a SyntaxError should be raised at compile time: VariableTypeConflict

  Scenario: [49] MATCH (a)-[:T*1..2 {x: $p}]-(b) RETURN a, zz
    Given an empty graph
    When executing query:
      """
      MATCH (a)-[:T*1..2 {x: $p}]-(b) RETURN a, zz
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [50] MATCH (n) WHERE exists { MATCH (n)-->(m) RETURN m.prop } RETURN m
    Given an empty graph
    When executing query:
      """
      MATCH (n) WHERE exists { MATCH (n)-->(m) RETURN m.prop } RETURN m
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [51] MATCH (n) RETURN [x IN n.l | y]
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN [x IN n.l | y]
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [52] MATCH (n) RETURN [(n)-->(m) | z]
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN [(n)-->(m) | z]
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [53] MATCH (n) RETURN m.x, [(n)-->(m) | m]
    Given an empty graph
    When executing query:
      """
      MATCH (n) RETURN m.x, [(n)-->(m) | m]
      """
    Then a SyntaxError should be raised at compile time: UndefinedVariable

  Scenario: [54] MATCH (n) WITH n, RETURN n
    Given an empty graph
    When executing query:
      """
      MATCH (n) WITH n, RETURN n
      """
    Then a SyntaxError should be raised at compile time: UnexpectedSyntax

  Scenario: [55] WITH 1 AS x RETURN x.y, 'a' IN 3
    Given an empty graph
    When executing query:
      """
      WITH 1 AS x RETURN x.y, 'a' IN 3
      """
    Then a TypeError should be raised at compile time: InvalidArgumentType

  Scenario: [56] RETURN 'x' IN 'xyz'
    Given an empty graph
    When executing query:
      """
      RETURN 'x' IN 'xyz'
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [57] RETURN 1 IN {x: 1}
    Given an empty graph
    When executing query:
      """
      RETURN 1 IN {x: 1}
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [58] RETURN 1 IN true
    Given an empty graph
    When executing query:
      """
      RETURN 1 IN true
      """
    Then a SyntaxError should be raised at compile time: InvalidArgumentType

  Scenario: [59] RETURN range(2, 8, 'x')
    Given an empty graph
    When executing query:
      """
      RETURN range(2, 8, 'x')
      """
    Then a ArgumentError should be raised at runtime: InvalidArgumentType

  Scenario: [60] RETURN range(true, 8, 1)
    Given an empty graph
    When executing query:
      """
      RETURN range(true, 8, 1)
      """
    Then a ArgumentError should be raised at runtime: InvalidArgumentType

  Scenario: [61] RETURN range(1.5, 8, 1)
    Given an empty graph
    When executing query:
      """
      RETURN range(1.5, 8, 1)
      """
    Then a ArgumentError should be raised at runtime: InvalidArgumentType
