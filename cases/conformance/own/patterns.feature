Feature: patterns

  Scenario: [1] MATCH (a)-[r1]->(b)-[r2]->(c) WHERE r1 <> r2 RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r1]->(b)-[r2]->(c) WHERE r1 <> r2 RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [2] MATCH (a)-->(b)-->(c)-->(d) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a)-->(b)-->(c)-->(d) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [3] MATCH (a)-->(b)-->(c)-->(a) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a)-->(b)-->(c)-->(a) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [4] MATCH (a:A)-[*1..3]->(a) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[*1..3]->(a) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 1 |
    And no side effects

  Scenario: [5] MATCH (a:A)-[*]-(x) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[*]-(x) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 6 |
    And no side effects

  Scenario: [6] MATCH (a:A) MATCH (a)-[:K|:L]-(x) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) MATCH (a)-[:K|:L]-(x) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [7] MATCH (a:A) MATCH (a)-[:K|L]-(x) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) MATCH (a)-[:K|L]-(x) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [8] MATCH (a:A), (x) WHERE NOT (a)-->(x) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A), (x) WHERE NOT (a)-->(x) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [9] MATCH (a:A) OPTIONAL MATCH (a)-[r:K {y: 9}]->(b) RETURN count(r) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) OPTIONAL MATCH (a)-[r:K {y: 9}]->(b) RETURN count(r) AS c
      """
    Then the result should be, in any order:
      | c |
      | 0 |
    And no side effects

  Scenario: [10] MATCH (a:A) OPTIONAL MATCH (a)-->(b) OPTIONAL MATCH (b)-->(z:Z) RETURN count(b) + count(z) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) OPTIONAL MATCH (a)-->(b) OPTIONAL MATCH (b)-->(z:Z) RETURN count(b) + count(z) AS c
      """
    Then the result should be, in any order:
      | c |
      | 1 |
    And no side effects

  Scenario: [11] MATCH (a)-[r {y: 1}]-(b) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r {y: 1}]-(b) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [12] MATCH p = (a:A)-[*0..]->(x) RETURN sum(length(p)) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH p = (a:A)-[*0..]->(x) RETURN sum(length(p)) AS c
      """
    Then the result should be, in any order:
      | c |
      | 6 |
    And no side effects

  Scenario: [13] MATCH (a:A)-[rs:K*1..2]->(x) WHERE all(r IN rs WHERE r.y > 0) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[rs:K*1..2]->(x) WHERE all(r IN rs WHERE r.y > 0) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [14] MATCH p = (a:A)-[:K*2]->(c) RETURN [n IN nodes(p) | n.n] AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH p = (a:A)-[:K*2]->(c) RETURN [n IN nodes(p) | n.n] AS c
      """
    Then the result should be, in any order:
      | c |
      | ['a', 'b', 'c'] |
    And no side effects

  Scenario: [15] MATCH p = (a:A)-[:K*2]->(c) RETURN [r IN relationships(p) | r.y] AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH p = (a:A)-[:K*2]->(c) RETURN [r IN relationships(p) | r.y] AS c
      """
    Then the result should be, in any order:
      | c |
      | [1, 2] |
    And no side effects

  Scenario: [16] MATCH (a:A)-[r]->() MATCH ()-[r]->(x) RETURN x.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[r]->() MATCH ()-[r]->(x) RETURN x.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'b' |
    And no side effects

  Scenario: [17] MATCH (a:A)-[r:K]->(b) WITH r MATCH (b)-[r]-(a) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[r:K]->(b) WITH r MATCH (b)-[r]-(a) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [18] MATCH (a:A)-[r:K]->(b) WITH r, a AS x, b AS y MATCH (y)<-[r]-(x) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[r:K]->(b) WITH r, a AS x, b AS y MATCH (y)<-[r]-(x) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 1 |
    And no side effects

  Scenario: [19] MATCH (a:A)-[r:K]->(b) WITH r, b AS x, a AS y MATCH (x)-[r]->(y) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[r:K]->(b) WITH r, b AS x, a AS y MATCH (x)-[r]->(y) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 0 |
    And no side effects

  Scenario: [20] MATCH (a {n: 'a'})<-[:L]-(c)<-[:K]-(b) RETURN b.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a {n: 'a'})<-[:L]-(c)<-[:K]-(b) RETURN b.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'b' |
    And no side effects

  Scenario: [21] MATCH (n) WHERE n.n IN ['a', 'b'] AND n:A OR n:C RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE n.n IN ['a', 'b'] AND n:A OR n:C RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [22] MATCH (n) WHERE exists(n.n) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE exists(n.n) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [23] MATCH (n) WHERE n.n > 'a' AND n.n <= 'c' RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE n.n > 'a' AND n.n <= 'c' RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [24] MATCH (n) WHERE 'a' < n.n < 'c' RETURN n.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE 'a' < n.n < 'c' RETURN n.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'b' |
    And no side effects

  Scenario: [25] MATCH (a), (b) WHERE a.n = b.n RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a), (b) WHERE a.n = b.n RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [26] MATCH (a:A)-->(b), (b)-->(c) RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-->(b), (b)-->(c) RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 1 |
    And no side effects

  Scenario: [27] MATCH (a:A)-[*0..0]-(b) RETURN b.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[*0..0]-(b) RETURN b.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'a' |
    And no side effects

  Scenario: [28] MATCH (a:A)-[*..1]-(b) RETURN count(b) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[*..1]-(b) RETURN count(b) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [29] MATCH (a:A)<-[*2]-(b) RETURN b.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)<-[*2]-(b) RETURN b.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'b' |
    And no side effects

  Scenario: [30] MATCH (a:A)-[:K*1..1]->()-[:K*1..1]->(c) RETURN c.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[:K*1..1]->()-[:K*1..1]->(c) RETURN c.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'c' |
    And no side effects

  Scenario: [31] MATCH (a:A)-[:K]->()-[:K*0..1]->(c) RETURN count(c) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A)-[:K]->()-[:K*0..1]->(c) RETURN count(c) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [32] MATCH (a:A) RETURN size([(a)-[*]->(x) | x]) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) RETURN size([(a)-[*]->(x) | x]) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [33] MATCH (a:A) RETURN [(a)-[r]->(x) WHERE r.y = 1 | x.n + type(r)] AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) RETURN [(a)-[r]->(x) WHERE r.y = 1 | x.n + type(r)] AS c
      """
    Then the result should be, in any order:
      | c |
      | ['bK'] |
    And no side effects

  Scenario: [34] MATCH (a:A) WITH a, [(a)-->(x) | x] AS xs UNWIND xs AS x RETURN x.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) WITH a, [(a)-->(x) | x] AS xs UNWIND xs AS x RETURN x.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'b' |
    And no side effects

  Scenario: [35] MATCH (n) RETURN n.n AS c ORDER BY c DESC SKIP 1 LIMIT 1
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) RETURN n.n AS c ORDER BY c DESC SKIP 1 LIMIT 1
      """
    Then the result should be, in any order:
      | c |
      | 'b' |
    And no side effects

  Scenario: [36] MATCH (n) WITH n ORDER BY n.n DESC LIMIT 2 RETURN collect(n.n) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WITH n ORDER BY n.n DESC LIMIT 2 RETURN collect(n.n) AS c
      """
    Then the result should be, in any order:
      | c |
      | ['c', 'b'] |
    And no side effects

  Scenario: [37] MATCH (n) WITH n.n AS c ORDER BY n.n LIMIT 1 RETURN c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WITH n.n AS c ORDER BY n.n LIMIT 1 RETURN c
      """
    Then the result should be, in any order:
      | c |
      | 'a' |
    And no side effects

  Scenario: [38] MATCH (n) RETURN DISTINCT labels(n)[0] AS c ORDER BY c LIMIT 1
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) RETURN DISTINCT labels(n)[0] AS c ORDER BY c LIMIT 1
      """
    Then the result should be, in any order:
      | c |
      | 'A' |
    And no side effects

  Scenario: [39] MATCH (a)-[r]->(b) WITH a, count(*) AS k WHERE k > 0 RETURN count(a) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a)-[r]->(b) WITH a, count(*) AS k WHERE k > 0 RETURN count(a) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [40] MATCH (n) RETURN min(n.n) + max(n.n) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) RETURN min(n.n) + max(n.n) AS c
      """
    Then the result should be, in any order:
      | c |
      | 'ac' |
    And no side effects

  Scenario: [41] MATCH (n) RETURN count(DISTINCT labels(n)) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) RETURN count(DISTINCT labels(n)) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [42] MATCH (n) WHERE n.missing <> 1 RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE n.missing <> 1 RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 0 |
    And no side effects

  Scenario: [43] MATCH (n) WHERE NOT exists { (n)-[:K]->() } RETURN n.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE NOT exists { (n)-[:K]->() } RETURN n.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'c' |
    And no side effects

  Scenario: [44] MATCH (n) WHERE exists { MATCH (n)-->(m) WHERE m.n = 'b' RETURN m } RETURN n.n AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE exists { MATCH (n)-->(m) WHERE m.n = 'b' RETURN m } RETURN n.n AS c
      """
    Then the result should be, in any order:
      | c |
      | 'a' |
    And no side effects

  Scenario: [45] MATCH (n) WHERE exists { MATCH (n)-->(m) WITH n, count(*) AS k WHERE k = 1 RETURN true } RETURN count(n) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (n) WHERE exists { MATCH (n)-->(m) WITH n, count(*) AS k WHERE k = 1 RETURN true } RETURN count(n) AS c
      """
    Then the result should be, in any order:
      | c |
      | 3 |
    And no side effects

  Scenario: [46] MATCH (a:A) UNWIND [1,2] AS i RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      MATCH (a:A) UNWIND [1,2] AS i RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 2 |
    And no side effects

  Scenario: [47] UNWIND [] AS i RETURN count(*) AS c
    Given an empty graph
    And having executed:
      """
      CREATE (a:A {n: 'a'})-[:K {y: 1}]->(b:B {n: 'b'})-[:K {y: 2}]->(c:C {n: 'c'})-[:L]->(a)
      """
    When executing query:
      """
      UNWIND [] AS i RETURN count(*) AS c
      """
    Then the result should be, in any order:
      | c |
      | 0 |
    And no side effects
