using System.Text.RegularExpressions;
using PersonalizationEngine.Engine.Delivery.Messages;

namespace PersonalizationEngine.Architecture.Tests;

/// <summary>The words that the counter of deliveries tells by name are those that routing and sending give.</summary>
public sealed partial class MessageReasonTests
{
    /// <summary>Where a message's outcome comes about, on either side of a provider.</summary>
    private static readonly string[] Places =
    [
        "src/Engine/Delivery/DeliverMessages.cs", "src/Engine/Delivery/Digests/", "src/Engine/Delivery/Routing/", "src/Engine/Delivery/Sending/",
        "src/Engine/Delivery/Providers/", "src/Adapters/Fcm/", "src/Adapters/Smtp/", "src/Adapters/Webhooks/AnswerReader.cs", "src/Adapters/Webhooks/WebhookPost.cs",
        "src/Adapters/Webhooks/WebhookProvider.cs",
    ];

    [Fact]
    public void Reasons_InTheSource_AreThoseThatAreToldByName()
    {
        var routing = Enum.GetValues<Core.Delivery.RoutingReason>().Select(reason => Core.Delivery.RoutingNames.Name(reason)).ToHashSet(StringComparer.Ordinal);
        var given = House.SourceFiles
            .Where(file => Places.Any(place => House.Relative(file).Replace('\\', '/').StartsWith(place, StringComparison.Ordinal)))
            .SelectMany(file => GivenIn(File.ReadAllText(file)))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(MessageReasons.All.Except(routing).Order(), given.Except(routing).Order());
        Assert.Subset(MessageReasons.All, routing);
    }

    /// <summary>The words that stand in what makes an outcome or an answer, and in the lists of reasons that are taken from outside.</summary>
    private static IEnumerable<string> GivenIn(string source)
    {
        var constants = Constant().Matches(source).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["word"].Value, StringComparer.Ordinal);
        foreach (Match made in Made().Matches(source))
        {
            foreach (Match word in Word().Matches(Field().Replace(made.Value, ""))) yield return word.Groups[1].Value;
            foreach (var (name, word) in constants)
                if (Regex.IsMatch(made.Value, $@"\b{name}\b")) yield return word;
        }
    }

    /// <summary>Up to the end of the statement, of the arm or of the initializer.</summary>
    [GeneratedRegex(@"(?:MessageOutcome|Outcome|Refused|TryLater|AddressGone|Unanswered|(?:Resting\(\)|\}|_) => new|GoneReasons =)(?:\(|\s*\[)(?:[^;{}]|\{ \} )*?(?:;|\{|,\r?\n|\r?\n\s*:)")]
    private static partial Regex Made();

    [GeneratedRegex(@"""([a-z]+(?:_[a-z]+)*)""")]
    private static partial Regex Word();

    /// <summary>A field of a provider's answer is no reason.</summary>
    [GeneratedRegex(@"Text\(answer, ""\w+""\)")]
    private static partial Regex Field();

    [GeneratedRegex(@"const string (?<name>\w+) = ""(?<word>[a-z_]+)"";")]
    private static partial Regex Constant();
}
