using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Functions.Http;
using PersonalizationEngine.Functions.Http.Problems;

namespace PersonalizationEngine.Functions.Admin;

/// <summary>What became of a change, as an answer.</summary>
internal static class ChangeAnswer
{
    /// <param name="addedTo">The path a new definition is found under, without its id; null when it was there already.</param>
    public static IResult Of<T, TAnswer>(
        Change<T> change, Func<Stored<T>, TAnswer> show, JsonTypeInfo<TAnswer> type, string? addedTo = null)
        where T : class => change switch
        {
            Change<T>.Done done when addedTo is not null => new JsonAnswer<TAnswer>(
                show(done.Definition), type, StatusCodes.Status201Created, version: done.Definition.Version,
                location: string.Create(CultureInfo.InvariantCulture, $"{addedTo}/{done.Definition.Id}")),
            Change<T>.Done done => new JsonAnswer<TAnswer>(show(done.Definition), type, version: done.Definition.Version),
            Change<T>.Removed => Results.NoContent(),
            Change<T>.Invalid invalid => ProblemAnswer.Invalid(invalid.Faults),
            Change<T>.Outdated outdated => ProblemAnswer.PreconditionFailed(
                $"It has version {outdated.Version} now: read it again and send that version in If-Match."),
            Change<T>.Refused refused => ProblemAnswer.Conflict(refused.Reason),
            _ => ProblemAnswer.NotFound("Nothing has this id."),
        };
}
