using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Query;
using static Orrery.Practice.PracticeLanguage;

namespace Orrery.Practice;

/// <summary>Functions of words and of learning.</summary>
internal static class LearningFunctions
{
    public static ImmutableArray<AddedFunction> All { get; } =
    [
        new(
            "practice.similarity",
            "How alike two texts are by their words, from 0 to 1. Two intents are the same when they target one metric and one value, else compared by their titles.",
            [In("one"), In("other")],
            2,
            (given, looking) => Value.Of(Likeness(given, looking))
        ),
        new(
            "practice.overload",
            "How many things a word has to carry in this company: for each community its senses but one, and the different things it stands for but one. 0 for one meaning or none.",
            [In("term", ProcedureType.String)],
            1,
            (given, looking) => Value.Of((long)OverloadOf(given[0].AsText!, looking))
        ),
        new(
            "practice.learnShipRatio",
            "Learnings, reviews of decisions and results of experiments for each release. Null where nothing was released.",
            [
                In("learnings", ProcedureType.Number),
                In("reviews", ProcedureType.Number),
                In("results", ProcedureType.Number),
                In("releases", ProcedureType.Number),
            ],
            4,
            (given, _) =>
                Told.Number(
                    LearnShipRatio.Of(
                        Given.Number(given[0], "learnings"),
                        Given.Number(given[1], "reviews"),
                        Given.Number(given[2], "results"),
                        Given.Number(given[3], "releases")
                    )
                )
        ),
        new(
            "practice.sixLevers",
            "The weakest of the six levers from data to action, by degrees of confidence: {weakest, unsaid}. They are never averaged.",
            [In("degrees", ProcedureType.Map)],
            1,
            (given, looking) => Levers(Given.Map(given[0], "degrees"), PracticeSettings.Of(looking.Reading.Model))
        ),
    ];

    private static double Likeness(ImmutableArray<Value> given, Looking looking)
    {
        var stopWords = PracticeSettings.Of(looking.Reading.Model).StopWords;
        return given[0] is Value.Entity && given[1] is Value.Entity
            ? GoalLikeness.Of(Given.Thing(given[0], looking, "one"), Given.Thing(given[1], looking, "other"), stopWords)
            : Similarity.Of(Given.Text(given[0], "one"), Given.Text(given[1], "other"), stopWords);
    }

    private static int OverloadOf(string term, Looking looking)
    {
        var words = looking.Reading.Model.Signifiers;
        looking.Count(words.Length);
        return WordOverload.Of(
            words
                .Where(word => word.Term.Equals(term, StringComparison.OrdinalIgnoreCase))
                .Select(word => (word.Community, word.Of))
        );
    }

    private static Value Levers(Value.Map given, PracticeSettings settings)
    {
        var (levers, likert) = (settings.Texts("levers"), settings.Texts("likert"));
        Dictionary<string, int> degrees = [];
        foreach (var (lever, degree) in given.Entries.Where(entry => entry.Value is not Value.Null))
        {
            if (!levers.Contains(lever))
                throw Given.Misfit("A lever", Value.Of(lever), $"one of {string.Join(", ", levers)}");
            degrees[lever] = likert.IndexOf(degree.AsText ?? "") is >= 0 and var at
                ? at
                : throw Given.Misfit(lever, degree, $"one of {string.Join(", ", likert)}");
        }

        var six = SixLevers.Of(levers, degrees);
        return Told.Map(("weakest", Told.Texts(six.Weakest)), ("unsaid", Told.Texts(six.Unsaid)));
    }
}
