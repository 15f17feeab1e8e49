using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What somebody said about a thing or a relation.</summary>
/// <param name="Id">The comment itself.</param>
/// <param name="About">What it is about.</param>
/// <param name="ReplyTo">The comment it answers, or null.</param>
/// <param name="Text">Markdown; <c>@key</c> names a person, <c>[[kind:key]]</c> a thing.</param>
/// <param name="By">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="ResolvedBy">Who said that it is settled, or null.</param>
public sealed record Comment(Id Id, Id About, Id? ReplyTo, string Text, string? By, Instant At, string? ResolvedBy);
