using FsCheck;
using FsCheck.Fluent;
using Orrery.Import;

namespace Orrery.Tests.Import;

/// <summary>What holds for every transform on any text whatever.</summary>
public sealed class TransformLaws
{
    private static readonly string[] Crumbs =
    [
        "biweekly",
        "first Monday",
        "every",
        "2020-02-30",
        "(",
        "[x](",
        "@",
        "@ä",
        "24:00",
        "\uD800",
        "\u202E",
        "🎉",
        "\0",
        "99999999999999999999",
        "start date: Jan 99",
        "UTC+25",
        "\n",
        ";",
        "n/a",
    ];

    private static Arbitrary<string> Texts =>
        Gen.OneOf(
                ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
                Gen.Elements(Crumbs).ListOf().Select(parts => string.Join(' ', parts)),
                Gen.Elements(Crumbs).ListOf().Select(string.Concat)
            )
            .ToArbitrary();

    [Fact]
    public void No_text_makes_a_transform_throw() =>
        Prop.ForAll(Texts, text => PlainTransforms.ByName.Values.All(t => t.Apply(text, LookupTables.None) is not null))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_transform_says_the_same_of_the_same_text() =>
        Prop.ForAll(
                Texts,
                text =>
                    PlainTransforms.ByName.Values.All(t =>
                        t.Apply(text, LookupTables.None) == t.Apply(string.Concat(text), LookupTables.None)
                    )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_handle_is_read_as_is_a_handle_read_as_itself() =>
        Prop.ForAll(
                Texts,
                text =>
                    Handles.Read(text) is not Transformed.Done { Value.AsText: { } handle }
                    || Handles.Read(handle) == Transformed.Of(handle)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_slug_is_its_own_slug() =>
        Prop.ForAll(
                Texts,
                text => Orrery.Import.Texts.SlugOf(Orrery.Import.Texts.SlugOf(text)) == Orrery.Import.Texts.SlugOf(text)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_foreign_id_gives_a_key_that_makes_a_ref() =>
        Prop.ForAll(Texts, text => ForeignKeys.MakesRef("kep", $"kep/{text}")).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_foreign_ids_of_one_kind_never_share_a_key() =>
        Prop.ForAll(Texts, Texts, (one, other) => one == other || ForeignKeys.Of($"kep/{one}") != ForeignKeys.Of($"kep/{other}"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_hundred_thousand_characters_are_answered_in_good_time()
    {
        var texts = Crumbs.Select(crumb => string.Concat(Enumerable.Repeat(crumb + " ", 100_000 / (crumb.Length + 1))));

        foreach (var text in texts)
            Assert.All(PlainTransforms.ByName.Values, t => Assert.NotNull(t.Apply(text, LookupTables.None)));
    }
}
