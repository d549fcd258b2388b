package tradecredit.posting;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import tradecredit.agreement.BusinessDateMode;

/**
 * Where the business date comes from.
 *
 * @param mode {@code system} (default) or {@code manual}
 */
@ConfigurationProperties("tradecredit.business-date")
public record BusinessDateSettings(@Bindable(defaultValue = "system") BusinessDateMode mode) {}
