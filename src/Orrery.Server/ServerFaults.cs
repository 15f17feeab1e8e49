using Orrery.Graph;

namespace Orrery.Server;

/// <summary>The refusals of the web face.</summary>
public static class ServerFaults
{
    /// <summary>The server would be reachable from elsewhere.</summary>
    public static Fault NotLoopback(string host) =>
        new(
            FaultKind.Denied,
            "serve.not-loopback",
            $"'{host}' can be reached from other machines, and there is no sign-in yet: anybody could read and change everything.",
            "Listen on 127.0.0.1, and reach it from elsewhere through an SSH tunnel."
        );

    /// <summary>The request names a host that is not ours.</summary>
    public static Fault ForeignHost(string host) =>
        new(
            FaultKind.Denied,
            "request.foreign-host",
            $"This server is not '{host}'.",
            "Open it under the address it printed when it started."
        );

    /// <summary>A form was posted from another site.</summary>
    public static Fault ForeignForm() =>
        new(
            FaultKind.Denied,
            "request.foreign-form",
            "This form was sent from another site, so nothing was changed.",
            "Open the page here and send the form again."
        );

    /// <summary>More was sent than is taken.</summary>
    public static Fault FormTooLarge() =>
        new(
            FaultKind.Limit,
            "request.too-large",
            "This form holds more than the 2 MB that are taken at once, so nothing was changed.",
            "Go back, where what you typed still is, and shorten it, send it in parts, or attach it as a file."
        );

    /// <summary>The form's token is missing or no longer known.</summary>
    public static Fault StaleForm() =>
        new(
            FaultKind.Denied,
            "request.stale-form",
            "This form was opened before the server was started anew, so nothing was changed.",
            "Go back, reload the page, and send it again; what you typed is still in the form."
        );

    /// <summary>The address names a kind that nobody knows.</summary>
    public static Fault NoKindHere(string kind, Reading reading)
    {
        var unknown = Fault.UnknownKind(kind, reading.Model) with { Kind = FaultKind.NotFound };
        return GoneKinds.Find(kind, reading) is { } gone
            ? unknown with
            {
                Message = $"There is no kind '{gone.Title}' any more: {gone.Cause.Cause.Why ?? "it was taken away"}.",
                Remedy =
                    "Its things, where there were any, are of the other kind now; the history of the workspace says what became of them.",
            }
            : unknown;
    }

    /// <summary>The address names a type of relation that nobody knows.</summary>
    public static Fault NoRelationTypeHere(string type, Model model) =>
        Fault.UnknownRelationType(type, model) with
        {
            Kind = FaultKind.NotFound,
        };

    /// <summary>There is no page at that address.</summary>
    public static Fault NoPage(string path) =>
        new(
            FaultKind.NotFound,
            "page.unknown",
            $"There is no page at {path}.",
            "Start from home, or search for what you wanted."
        );

    /// <summary>The address names a moment that cannot be read.</summary>
    public static Fault UnreadableMoment(string text) =>
        new(
            FaultKind.Invalid,
            "moment.unreadable",
            $"'{text}' is not a moment.",
            "Write a date such as 2024-03-03, a time such as 2024-03-03T10:00Z, or, for what was known, a revision."
        );

    /// <summary>What was typed does not fit the field.</summary>
    public static Fault UnreadableField(string field, string text, string example) =>
        new(FaultKind.Invalid, "field.unreadable", $"'{text}' does not fit {field}.", $"Write it like this: {example}.");

    /// <summary>A share beyond its range; most often the sign is missing.</summary>
    public static Fault ShareBeyond(string field, string text, FieldRange range) =>
        new(
            FaultKind.Invalid,
            "field.beyond",
            $"'{field}' takes a share {RangeWords.Of(FieldKind.Percent, range)}, not {text}.",
            "Write it with its sign: 30 % is thirty of a hundred, 30 thirty times all of it."
        );

    /// <summary>An end of a range that is no number.</summary>
    public static Fault UnreadableEnd(string field, string text) =>
        new(
            FaultKind.Invalid,
            "field.unreadable",
            $"'{text}' is no number for an end of {field}.",
            "Write a number such as 12.5, with a point, or leave that end open."
        );

    /// <summary>The low end of a range lies above its high end.</summary>
    public static Fault RangeBackwards(string field, double low, double high) =>
        new(
            FaultKind.Invalid,
            "range.backwards",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field} cannot go from {low} down to {high}."),
            "Write the lower number first, or leave an end open."
        );

    /// <summary>The last day of a period lies before its first.</summary>
    public static Fault PeriodBackwards(string field, string start, string end) =>
        new(
            FaultKind.Invalid,
            "period.backwards",
            $"{field} cannot end on {end} when it begins on {start}.",
            "Write the earlier day first, or leave an end open."
        );

    /// <summary>A line of observations cannot be read.</summary>
    public static Fault UnreadableObservation(string line) =>
        new(
            FaultKind.Invalid,
            "observation.unreadable",
            line.Length == 0 ? "Nothing was observed yet." : $"'{line}' is not a day and a number.",
            "Write the day, then the number, such as 2026-03-02 8.4."
        );

    /// <summary>A day that is still to come was not observed yet.</summary>
    public static Fault ObservationAhead(string day) =>
        new(
            FaultKind.Invalid,
            "observation.ahead",
            $"{day} is still to come: nothing can have been observed then.",
            "Take today or a day before. What you expect is a target, not an observation."
        );

    /// <summary>A name that cannot stand in history.</summary>
    public static Fault NameUnusable(string name, int most) =>
        new(
            FaultKind.Invalid,
            "name.unusable",
            name.Length > most ? $"A name of {name.Length} characters is too long." : $"'{name}' cannot be read as a name.",
            $"Type the name that people call you by, at most {most} characters, on one line."
        );

    /// <summary>A thing has no such state to enter.</summary>
    public static Fault NoSuchStep(string title, string state) =>
        new(
            FaultKind.NotFound,
            "step.no-such-state",
            $"There is no state '{state}' that '{title}' could enter.",
            "Take one of those its page shows."
        );

    /// <summary>A thing needs a title.</summary>
    public static Fault TitleMissing() =>
        new(FaultKind.Invalid, "title.missing", "It has no title yet.", "Give it one that people would say.");

    /// <summary>The other end of a relation was not found, or several fit.</summary>
    public static Fault OtherEndUnknown(string text) =>
        new(
            FaultKind.NotFound,
            "relation.other-end",
            text.Length == 0 ? "Nothing was chosen to relate to." : $"Nothing here is called '{text}'.",
            "Choose from the list, or type its ref."
        );

    /// <summary>Since a question's changes were shown, somebody changed what they are made of.</summary>
    public static Fault OtherChanges() =>
        new(
            FaultKind.Conflict,
            "ask.other-changes",
            "Something changed meanwhile, so other changes would be made than those you saw. None were made.",
            "Look at them as they are now, and make them if they are still right."
        );

    /// <summary>A question that was asked of what was once known proposes changes.</summary>
    public static Fault ChangesOfThen() =>
        new(
            FaultKind.Conflict,
            "ask.changes-of-then",
            "These changes were made up from what was known earlier; changes are made to what is known now.",
            "Ask it as we know it now: clear 'as known then' in the bar below, or KNOWN AT in the question."
        );

    /// <summary>A query names a field, a relation or a kind in a place where the model does not have it.</summary>
    public static Fault NotOffered() =>
        new(
            FaultKind.Invalid,
            "build.not-offered",
            "It asks for a field or a link that the model does not have there.",
            "Stay with the text, or begin again with what the builder offers."
        );

    /// <summary>Something went wrong that we did not foresee.</summary>
    public static Fault Unforeseen() =>
        new(
            FaultKind.Broken,
            "page.failed",
            "This page could not be made. Nothing was changed.",
            "Go back and try again; the server's output says more."
        );

    /// <summary>The question of a view would change something.</summary>
    public static Fault ViewWrites() =>
        new(
            FaultKind.Invalid,
            "view.writes",
            "A view only shows: this question would change something.",
            "Ask it on the Ask page, where changes are looked at and made, or take the changing part away."
        );

    /// <summary>A comment without words.</summary>
    public static Fault NothingSaid() =>
        new(FaultKind.Invalid, "comment.empty", "There is nothing to say yet.", "Write something, then send it.");

    /// <summary>A comment that is a book.</summary>
    public static Fault TooMuchSaid(int most) =>
        new(
            FaultKind.Invalid,
            "comment.too-long",
            $"That is more than {most:#,0} characters.",
            "Say the heart of it here, and link to the rest."
        );

    /// <summary>A change of packs that would do something else than what was looked at.</summary>
    public static Fault PackChangedMeanwhile() =>
        new(
            FaultKind.Conflict,
            "pack.changed-meanwhile",
            "Somebody changed the model since you looked: this is what it would do now.",
            "Look at it again; what you ticked has to be ticked again."
        );
}
