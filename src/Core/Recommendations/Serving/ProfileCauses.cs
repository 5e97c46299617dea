using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Serving;

/// <summary>Which items of a person's history spoke for an item.</summary>
/// <param name="Strongest">The item that gave most; -1 when none gave anything.</param>
/// <param name="Others">How many further ones gave at least a tenth as much.</param>
internal readonly record struct ProfileCauses(int Strongest, int Others)
{
    private const float Noticeable = 0.1f;

    /// <summary>Leaves what each item of the profile gave in <see cref="ServingWorkspace.Contributions"/>.</summary>
    public static ProfileCauses Of(IItemModel model, ServingWorkspace workspace, int item)
    {
        var profile = workspace.Profile;
        if (profile.IsEmpty) return new ProfileCauses(-1, 0);
        if (workspace.Contributions.Length < profile.Length) workspace.Contributions = new float[profile.Length];
        var contributions = workspace.Contributions.AsSpan(0, profile.Length);
        model.Explain(profile, item, contributions);

        var strongest = 0;
        for (var index = 1; index < contributions.Length; index++)
            if (contributions[index] > contributions[strongest]) strongest = index;

        var others = -1;
        foreach (var contribution in contributions)
            if (contribution >= contributions[strongest] * Noticeable) others++;
        return new ProfileCauses(profile[strongest].Item, others);
    }
}
