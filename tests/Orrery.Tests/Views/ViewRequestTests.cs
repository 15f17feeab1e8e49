using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Orrery.Practice;
using Orrery.Server;

namespace Orrery.Tests.Views;

/// <summary>What a saved view's settings mean when it is shown in another shape, and back again.</summary>
public sealed class ViewRequestTests
{
    private static readonly ViewDefinition Board = new(
        "Bets by state",
        "MATCH (b:Bet) RETURN b, b.status AS state",
        ViewShape.Board,
        Settings(("by", "state"), ("show", "price")),
        Settings(),
        null,
        null,
        null,
        IsPinned: true
    );

    [Fact]
    public void What_another_shape_would_misread_is_not_told_to_it()
    {
        Assert.Equal("state", Read(("shape", "board"))["by"]);
        Assert.Null(Read(("shape", "outline"))["by"]);
        Assert.Null(Read(("shape", "calendar"))["show"]);
        Assert.Equal("state", Read(("shape", "canvas"))["by"]);
        Assert.Equal("contributes-to", Read(("shape", "outline"), ("s.by", "contributes-to"))["by"]);
    }

    [Fact]
    public void A_shape_and_back_is_the_view_as_it_was_saved()
    {
        foreach (var (first, second) in ShapeShelf.All.SelectMany(one => ShapeShelf.All.Select(other => (one, other))))
        {
            var there = Read([.. Read().AddressBeside(Board, first.Shape)]);
            var further = Read([.. there.AddressBeside(Board, second.Shape)]);
            Assert.Equal(second.Shape, further.Shape);
            Assert.Equal(Read(("shape", second.Name)).Settings, further.Settings);
            var back = Read([.. further.AddressBeside(Board, ViewShape.Board)]);
            Assert.False(back.Differs(Board), $"{first.Title}, {second.Title}");
            Assert.Equal(Board.Settings, back.Settings);
        }
    }

    [Fact]
    public void What_somebody_left_out_stays_left_out()
    {
        var without = Read(("s.show", ViewRequest.Left));

        Assert.Null(without["show"]);
        Assert.True(without.Differs(Board));
        Assert.Null(Read([.. without.AddressBeside(Board, ViewShape.Board)])["show"]);
    }

    private static ViewRequest Read(params (string Name, string? Value)[] address) =>
        ViewRequest.Read(
            new QueryCollection(
                address
                    .Where(part => part.Value is not null)
                    .ToDictionary(part => part.Name, part => new StringValues(part.Value), StringComparer.Ordinal)
            ),
            Board
        );

    private static ImmutableSortedDictionary<string, string> Settings(params (string Name, string Value)[] settings) =>
        settings.ToImmutableSortedDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
}
