using Microsoft.AspNetCore.Http;
using Orrery.Server;

namespace Orrery.BrowserTests;

/// <summary>What an address asks, without a browser.</summary>
public sealed class AskedTextTests
{
    [Fact]
    public void Each_parameter_gets_what_is_given_for_its_name()
    {
        var asked = AskedText.Of("RETURN $first, $second, $first", name => $"the {name}");

        Assert.Equal(["first: the first", "second: the second"], asked.Parameters.Select(p => $"{p.Name}: {p.Typed}"));
    }

    [Fact]
    public void An_address_asks_again_what_it_was_made_of()
    {
        var asked = AskedText.Of("MATCH (b {title: $word})\nRETURN b", _ => "a & b");
        var again = AskedText.Read(
            new QueryCollection(
                asked
                    .Address(AnswerShape.Graph, page: 3)
                    .ToDictionary(part => part.Item1, part => new Microsoft.Extensions.Primitives.StringValues(part.Item2))
            )
        );

        Assert.Equal((asked.Text, AnswerShape.Graph, 3), (again.Text, again.Shape, again.Page));
        Assert.Equal(asked.Parameters, again.Parameters);
    }
}
