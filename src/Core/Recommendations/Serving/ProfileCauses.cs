namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Which items of a person's history spoke for an item.</summary>
/// <param name="Strongest">The item that gave most; -1 when none gave anything.</param>
/// <param name="Others">How many further ones gave at least a tenth as much.</param>
internal readonly record struct ProfileCauses(int Strongest, int Others)
{
    private const float Noticeable = 0.1f;

    /// <summary>Leaves what each item of the profile gave in <see cref="ServingWorkspace.Contributions"/>.</summary>
    public static ProfileCauses Of(ServingWorkspace workspace, int item)
    {
        var profile = workspace.Profile;
        if (profile.IsEmpty) return new ProfileCauses(-1, 0);
        if (workspace.Contributions.Length < 2 * profile.Length) workspace.Contributions = new float[2 * profile.Length];
        var contributions = workspace.Contributions.AsSpan(0, profile.Length);
        var ofOne = workspace.Contributions.AsSpan(profile.Length, profile.Length);
        contributions.Clear();
        foreach (var (model, factor) in workspace.Causes)
        {
            model.Explain(profile, item, ofOne);
            for (var index = 0; index < contributions.Length; index++) contributions[index] += factor * ofOne[index];
        }

        var strongest = 0;
        for (var index = 1; index < contributions.Length; index++)
            if (contributions[index] > contributions[strongest]) strongest = index;

        var others = -1;
        foreach (var contribution in contributions)
            if (contribution >= contributions[strongest] * Noticeable) others++;
        return new ProfileCauses(profile[strongest].Item, others);
    }
}
