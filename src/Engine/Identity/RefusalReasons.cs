namespace PersonalizationEngine.Engine.Identity;

public static class RefusalReasons
{
    private static readonly string[] Names = ["blocked_id", "shared_device", "two_known_people", "too_many_merges", "too_many_ids", "taken_apart"];

    private static readonly string[] Sentences =
    [
        "one of the two is an id that no person has",
        "many people log in on this device, so it is nobody's",
        "both are known people, and only the CDP may say that two of them are one",
        "too many people have become this one lately",
        "too many ids lead to this person already",
        "the two were joined before, and somebody took them apart",
    ];

    public static string Name(this RefusalReason reason) => Names[(int)reason];

    public static RefusalReason Parse(string name) => (RefusalReason)Array.IndexOf(Names, name);

    /// <summary>For the one who sent it.</summary>
    public static string Sentence(this RefusalReason reason) => Sentences[(int)reason];
}
