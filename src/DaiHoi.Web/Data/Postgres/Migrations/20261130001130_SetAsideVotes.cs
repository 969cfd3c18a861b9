using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SetAsideVotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "set_aside_at",
                table: "hand_vote",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_aside_because",
                table: "hand_vote",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "set_aside_by_name",
                table: "hand_vote",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_hand_vote_set_aside_has_reason",
                table: "hand_vote",
                sql: "(set_aside_at is null) = (set_aside_because is null) and (set_aside_at is null) = (set_aside_by_name is null)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_hand_vote_set_aside_has_reason",
                table: "hand_vote");

            migrationBuilder.DropColumn(
                name: "set_aside_at",
                table: "hand_vote");

            migrationBuilder.DropColumn(
                name: "set_aside_because",
                table: "hand_vote");

            migrationBuilder.DropColumn(
                name: "set_aside_by_name",
                table: "hand_vote");
        }
    }
}
