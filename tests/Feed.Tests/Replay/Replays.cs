using Feed.Tests.Receiver;

namespace Feed.Tests.Replay;

/// <summary>Runs <c>feed replay</c> against a receiver.</summary>
internal static class Replays
{
    /// <summary>With a state folder of its own, so that nothing is written beside the file.</summary>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        ReceivingEngine engine, string file, params string[] options)
    {
        using var state = new TemporaryFolder();
        string[] common = ["--url", engine.Url.ToString(), "--secret", ReceivingEngine.Secret, "--state", state.Path];
        return await FeedProgram.RunAsync(["replay", file, .. common, .. options]);
    }
}
