using FsCheck;
using FsCheck.Fluent;
using Orrery.Graph;
using Orrery.Query;
using Orrery.Server;
using Orrery.Tests.Practice;

namespace Orrery.Tests.Query.Building;

/// <summary>A built question in an address is the same question.</summary>
public sealed class AddressLaws
{
    private static int Rounds => Environment.GetEnvironmentVariable("ORRERY_LONG") is null ? 400 : 20_000;

    [Fact]
    public void What_is_built_and_put_into_an_address_is_chosen_there_the_same()
    {
        var model = HarborMutual.Today.Model;
        Prop.ForAll(
                new SomeQuestion(model).Any.Where(IsChoosable).ToArbitrary(),
                question =>
                {
                    var chosen = DraftReading.Read(model, BuildAddress.Of(question)).Question;

                    Assert.True(question == chosen, $"{question}\n{chosen}");
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));
    }

    // A form begins with a kind, types values in one line, and offers no titles and years beside things.
    private static bool IsChoosable(BuiltQuestion question) =>
        question.Start.Kind is not null
        && question
            .Steps.Concat(question.Absences)
            .Select(step => step.To)
            .Prepend(question.Start)
            .All(thing => thing.Conditions.All(condition => IsTypeable(condition.Test)))
        && (question.Wanted is not Wanted.Things { Beside: var beside } || beside.All(IsOffered));

    private static bool IsTypeable(FieldTest test) =>
        test switch
        {
            FieldTest.Compares { With: Value.Float } => false,
            FieldTest.Compares { With: Value.Text text } => IsOneLine(text.Characters),
            FieldTest.Contains contains => IsOneLine(contains.Text),
            FieldTest.Has { Item: Value.Text text } => IsOneLine(text.Characters),
            _ => true,
        };

    private static bool IsOneLine(string text) => text.Length > 0 && !text.Contains('\n');

    private static bool IsOffered(Detail detail) =>
        detail is not Detail.Field { Path: var path } || (path.Part == FieldPart.Whole && path.Field != "title");
}
