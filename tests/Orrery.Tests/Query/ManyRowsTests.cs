using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>More rows than lie in one array of <see cref="CellRows"/>: told apart, grouped, in order.</summary>
public sealed class ManyRowsTests
{
    [Theory]
    [InlineData("UNWIND range(1, 150000) AS x WITH DISTINCT x % 70000 AS y RETURN [count(y), sum(y)]", "[70000, 2449965000]")]
    [InlineData(
        "UNWIND range(1, 150000) AS x WITH DISTINCT toString(x % 70000) AS y, x % 2 = 0 AS b RETURN [count(y), count(DISTINCT b)]",
        "[70000, 2]"
    )]
    [InlineData(
        "UNWIND range(1, 140000) AS x WITH x % 70000 AS y, count(*) AS n, count(DISTINCT x % 3) AS d, sum(x) AS s "
            + "RETURN [count(y), min(n), max(n), sum(d), sum(s)]",
        "[70000, 2, 2, 140000, 9800070000]"
    )]
    [InlineData("UNWIND range(1, 150000) AS x RETURN count(DISTINCT toString(x % 70000))", "70000")]
    [InlineData(
        "UNWIND range(1, 150000) AS x WITH x ORDER BY x % 50000 DESC, x WITH collect(x) AS l "
            + "RETURN [size(l), l[0], l[1], l[2], l[-3], l[-2], l[-1]]",
        "[150000, 49999, 99999, 149999, 50000, 100000, 150000]"
    )]
    [InlineData(
        "UNWIND range(1, 150000) AS x WITH x ORDER BY x % 50000 DESC, x LIMIT 40000 WITH collect(x) AS l "
            + "RETURN [size(l), l[0], l[1], l[2], l[-3], l[-2], l[-1]]",
        "[40000, 49999, 99999, 149999, 86667, 136667, 36666]"
    )]
    public void Rows_beyond_one_array(string text, string answer) => Assert.Equal(answer, LoneAnswer.Of(text));
}
