using System.Diagnostics;

namespace PersonalizationEngine.Functions.Hosting.Telemetry;

/// <summary>Exceptions of spans: their type and where they were thrown stay, their words do not. A database tells in them which value was there already.</summary>
internal static class PlainSpanExceptions
{
    private const string Event = "exception", Type = "exception.type", Message = "exception.message", Stack = "exception.stacktrace", LeftOut = "(…)";

    /// <summary>From now on exceptions are written into spans of the runtime without their words, until the listener is disposed.</summary>
    public static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            ExceptionRecorder = (Activity _, Exception exception, ref TagList tags) =>
            {
                if (!tags.Any(tag => tag.Key == Message)) tags.Add(Message, LeftOut);
                // As text an exception begins with its message.
                if (!tags.Any(tag => tag.Key == Stack)) tags.Add(Stack, exception.StackTrace ?? "");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Whether it is an exception with words, as drivers write them without asking the runtime.</summary>
    public static bool IsTelling(ActivityEvent happened) =>
        happened.Name == Event && !happened.Tags.Any(tag => tag is { Key: Message, Value: LeftOut });

    /// <summary>
    /// Ends a span that is like this one but for exceptions with words, of which the type stays. It has an id of its own, so that
    /// what hung beneath hangs beneath nothing: such spans are those of drivers, and the last of their branch.
    /// </summary>
    public static void CopyWithout(Activity span)
    {
        var copy = span.Source.CreateActivity(
            span.OperationName, span.Kind, new ActivityContext(span.TraceId, span.ParentSpanId, span.ActivityTraceFlags, span.TraceStateString),
            span.TagObjects, span.Links, ActivityIdFormat.W3C);
        if (copy is null) return;
        copy.DisplayName = span.DisplayName;
        copy.SetStatus(span.Status, span.StatusDescription);
        foreach (var happened in span.Events)
        {
            if (!IsTelling(happened)) copy.AddEvent(happened);
            else if (happened.Tags.FirstOrDefault(tag => tag.Key == Type).Value is { } type) copy.SetTag("error.type", type);
        }

        copy.SetStartTime(span.StartTimeUtc).Start();
        copy.SetEndTime(span.StartTimeUtc + span.Duration).Stop();
    }
}
