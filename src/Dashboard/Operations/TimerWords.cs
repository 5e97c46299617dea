namespace PersonalizationEngine.Dashboard.Operations;

/// <summary>What the timers are for, in a sentence.</summary>
internal static class TimerWords
{
    public static string Of(string timer) => timer switch
    {
        "SyncBehaviour" => "Reads what visitors did from the web analytics system.",
        "SyncCustomers" => "Reads customers from the tables of the CDP.",
        "SyncGorse" => "Tells Gorse of new items, people and interests.",
        "RescoreChangedPeople" => "Scores people anew whose score changes with time or by what they did.",
        "ReviewExperiments" => "Watches guardrails, bandits and whether variants have their share of people.",
        "ContinueErasures" => "Goes on with erasures that were cut off.",
        "PurgeExpiredData" => "Deletes what is older than retention allows.",
        "CountOrchestrations" => "Counts orchestrations that are not over.",
        "StartDeliveries" => "Starts campaigns and messages that are due.",
        "PurgeOrchestrations" => "Forgets orchestrations that were over a week ago.",
        "WatchDeliveries" => "Finds campaign runs that hang, and starts them again.",
        _ => "",
    };
}
