using Orrery.Import;
using Orrery.Tests.House;

namespace Orrery.Tests.Cli;

/// <summary>Every transform of the mapping's page, from a file to the graph.</summary>
public sealed class ImportTransformTests : ImportDesk
{
    private const string EveryTransform = """
        system: t
        lookups:
          quarters: { file: quarters.yaml, format: yaml, at: "[*]", key: name, ends: ends|date }
        transforms:
          ticket: [{ extract: '^T-(\d+)$' }]
          named: [{ extract: { matching: '^T-(?<value>\d+)$', else: is no ticket } }]
          refused: [{ refuse: { matching: '^no', because: it says no } }]
          dropped: [{ drop: { matching: '^drop', because: it is dropped } }]
          held: [{ placeholders: [soon] }]
          spelt: [{ synonyms: { colour: color } }]
          closed: [{ one-of: [alpha, beta] }]
          versioned: [{ format: 'v{}' }]
          same: [{ constant: always }]
          quarter: [{ lookup: quarters }]
          cut: [{ split: ",;" }]
        sources:
          t/all:
            files: all.yaml
            format: yaml
            records:
              - at: .
                kind: row
                id: =row/1
                fields:
                  trim: a|trim
                  lower: b|lower
                  slug: c|slug
                  plain: d|plain
                  markdown: e|markdown
                  url: f|url
                  handle: g|handle
                  date: h|date
                  clock: i|clock
                  zone: j|zone
                  weekday: k|weekday
                  weekdays: l|weekdays
                  cadence: m|cadence
                  integer: n|integer
                  number: o|number
                  flag: p|flag
                  positive: q|positive
                  ticket: r|ticket
                  named: r|named
                  refused: { from: s|refused, otherwise: refused-text }
                  dropped: t|dropped
                  held: u|held
                  spelt: v|spelt
                  closed: w|closed
                  versioned: x|versioned
                  same: x|same
                  quarter: y|quarter
                  cut: z|cut
        """;

    [Fact]
    public async Task Every_transform_reaches_the_graph()
    {
        await BeginAsync(
            "all.yaml",
            """
            { a: ' x ', b: LOUD, c: 'Grün & Blau', d: '[text](http://x.org)', e: "one\r\ntwo ", f: 'http://x.org/a', g: '@Ada',
              h: 'June 7, 2018', i: 3PM, j: 'PT (Pacific Time)', k: Tuesdays, l: 'Monday and Friday', m: 'biweekly', n: '12',
              o: '2.5', p: 'yes', q: '007', r: T-42, s: 'no way', t: drop it, u: soon, v: Colour, w: BETA, x: '9', y: Q2, z: 'p,q;r' }
            """
        );
        Write("quarters.yaml", "- { name: Q1, ends: 2024-03-31 }\n- { name: Q2, ends: 2024-06-30 }\n");
        Write("map.yaml", EveryTransform);

        var answer = await ImportAsync("all.yaml", "--report", "losses.txt");

        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        var fields = await AskAsync("MATCH (r:row) UNWIND keys(r) AS k RETURN k, r[k] ORDER BY k");
        Assert.Equal(string.Join('\n', Wanted), string.Join('\n', fields));
        Assert.Contains("it says no", Read("losses.txt"));
        Assert.All([.. PlainTransforms.ByName.Keys, .. ComposedTransforms], name => Assert.Contains(name, EveryTransform));
    }

    private static readonly string[] Wanted =
    [
        "cadence,\"{every: 2, unit: week}\"",
        "clock,15:00",
        "closed,beta",
        "cut,\"[p, q, r]\"",
        "date,2018-06-07",
        "dropped, it",
        "flag,yes",
        "handle,ada",
        "integer,12",
        "lower,loud",
        "markdown,\"one\ntwo\"",
        "named,42",
        "number,2.5",
        "plain,text",
        "positive,7",
        "quarter,2024-04-01 to 2024-06-30",
        "refused-text,no way",
        "same,always",
        "slug,grün-blau",
        "spelt,color",
        "ticket,42",
        "trim,x",
        "url,http://x.org/a",
        "versioned,v9",
        "weekday,tuesday",
        "weekdays,\"[monday, friday]\"",
        "zone,America/Los_Angeles",
    ];

    private static IEnumerable<string> ComposedTransforms =>
        File.ReadLines(Path.Combine(Checkout.Root, "docs", "imports", "mapping.md"))
            .Where(line => line.StartsWith("| `{", StringComparison.Ordinal))
            .SelectMany(line => line.Split("`{ ")[1..])
            .Select(setting => setting[..(setting.IndexOf(':', StringComparison.Ordinal) + 1)]);
}
